package io.evenhand.delivery.send;

import io.evenhand.batch.web.BatchView;
import io.evenhand.grading.Grading;

/** What an event tells of, as it is now. */
public sealed interface Content {

    /** A grading, with its answer. */
    record OfGrading(Grading grading) implements Content {}

    /** A batch as clients see it. */
    record OfBatch(BatchView batch) implements Content {}
}
