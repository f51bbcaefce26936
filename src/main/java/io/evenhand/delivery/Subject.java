package io.evenhand.delivery;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;

/** What an event tells of: named, and not held. */
public sealed interface Subject {

    /**
     * One grading.
     *
     * @param revision of the grading when it happened
     */
    record OneGrading(GradingId id, int revision) implements Subject {}

    /** A batch, as a whole. */
    record WholeBatch(BatchId id) implements Subject {}
}
