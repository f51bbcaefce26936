package io.evenhand.delivery.send;

import io.evenhand.batch.web.BatchViews;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.work.Ledger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks up what an event tells of when it is sent. */
@Component
public class Contents {

    private final Ledger ledger;
    private final BatchViews batches;

    Contents(Ledger ledger, BatchViews batches) {
        this.ledger = ledger;
        this.batches = batches;
    }

    /** Empty if it has been erased. */
    public Mono<Content> of(Delivery delivery) {
        return switch (delivery.subject()) {
            case Subject.OneGrading(GradingId id, int revision) ->
                    ledger.find(delivery.tenant(), id)
                            .filter(grading -> !grading.isErased())
                            .map(Content.OfGrading::new);
            case Subject.WholeBatch(BatchId id) ->
                    batches.find(delivery.tenant(), id).map(Content.OfBatch::new);
        };
    }
}
