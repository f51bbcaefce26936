package io.evenhand.grading;

import java.time.Instant;
import java.util.Optional;

/** How an attempt to have an answer judged ended. */
public sealed interface Outcome {

    /** The answer was judged. */
    record Judged(Judgement judgement, Effort effort) implements Outcome {}

    /**
     * The grader could not be had.
     *
     * @param retryAt when the provider asked to be called again, if it did and that is after the
     *     deadline; where money is spent, when there is some again
     */
    record Unavailable(FallbackReason reason, Effort effort, Optional<Instant> retryAt)
            implements Outcome {}

    /** The grader cannot do justice to this answer, now or later. */
    record Declined(UngradedReason reason) implements Outcome {}

    /** The grader takes no more work at the moment; nothing was done. */
    record Busy() implements Outcome {}
}
