package io.evenhand.grading;

import java.time.Instant;
import java.util.Optional;

/** How an attempt to have an answer judged ended. */
public sealed interface Outcome {

    /** The answer was judged. */
    record Judged(Judgement judgement, Effort effort) implements Outcome {}

    /**
     * An identical answer was judged before or meanwhile, and this is what was said of it.
     *
     * @param effort nothing but the repairs; who had it judged paid
     */
    record Reused(Judgement judgement, Effort effort) implements Outcome {

        public static Reused of(Judged judged) {
            return new Reused(judged.judgement(), judged.effort().again());
        }
    }

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
