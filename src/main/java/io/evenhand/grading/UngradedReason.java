package io.evenhand.grading;

/** Why no grade could be made. */
public enum UngradedReason {
    NEEDS_MODEL,
    LANGUAGE_NOT_SUPPORTED,
    ALL_ABSTAINED,
    ATTEMPTS_EXHAUSTED
}
