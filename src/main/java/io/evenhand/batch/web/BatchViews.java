package io.evenhand.batch.web;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.grading.BatchId;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows batches as they stand now. */
@Component
public class BatchViews {

    private final BatchDesk desk;
    private final CurrencySettings settings;
    private final Clock clock;

    BatchViews(BatchDesk desk, CurrencySettings settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty if it is unknown. */
    public Mono<BatchView> find(TenantId tenant, BatchId id) {
        return desk.find(tenant, id).flatMap(this::of);
    }

    public Mono<BatchView> of(Batch batch) {
        return desk.standing(batch)
                .map(standing -> BatchView.of(standing, settings.currency(), clock.instant()));
    }
}
