package io.evenhand.grading.work;

import io.evenhand.grading.Grading;

/** What became of a request to grade. */
public sealed interface Receipt {

    Grading grading();

    /** It has been accepted; the grading as it is now. */
    record Accepted(Grading grading) implements Receipt {}

    /** Its idempotency key was used before; the grading that it stands for, as it is now. */
    record Replayed(Grading grading) implements Receipt {}
}
