package io.evenhand.batch;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drops what a line says of its grading, in the transaction that erases it: the client's name for
 * it, and a hash by which a short answer could be found again by trying.
 */
@Component
class ErasedLines {

    private final Batches batches;

    ErasedLines(Batches batches) {
        this.batches = batches;
    }

    @EventListener
    void drop(GradingErased erased) {
        Grading before = erased.before();
        before.batch().ifPresent(batch -> batches.dropLine(before.tenant(), before.id()));
    }
}
