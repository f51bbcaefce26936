package io.evenhand.batch;

import io.evenhand.platform.TenantId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cancels a batch, and waits a little for what is open of it to be cancelled, too. */
@Component
public class Cancelling {

    /** A small batch is cancelled by then; of a large one the rest is cancelled soon after. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BatchDesk desk;
    private final BatchWork work;

    Cancelling(BatchDesk desk, BatchWork work) {
        this.desk = desk;
        this.work = work;
    }

    /** From the first step on it is cancelled, whatever becomes of the request. */
    public Mono<Void> cancel(TenantId tenant, String id) {
        return desk.get(tenant, id).flatMap(desk::cancel).flatMap(this::closed);
    }

    private Mono<Void> closed(Batch cancelled) {
        return work.close(cancelled).timeout(PATIENCE, Mono.empty()).onErrorComplete();
    }
}
