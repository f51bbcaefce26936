package io.evenhand.llm;

import io.evenhand.grading.FallbackReason;
import java.time.Instant;
import java.util.Optional;

/** How an inquiry ended; what it took is in its session's tally. */
sealed interface Answered<T> {

    /** A model said what was asked for. */
    record Said<T>(T what) implements Answered<T> {}

    /**
     * No model could be had.
     *
     * @param retryAt when a provider asked to be called again, if that is after the deadline
     */
    record Nothing<T>(FallbackReason reason, Optional<Instant> retryAt) implements Answered<T> {}
}
