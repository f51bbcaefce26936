package io.evenhand.grading;

/** Where a grading stands. */
public enum GradingStatus {
    QUEUED,
    GRADING,
    GRADED,
    PROVISIONAL,
    NEEDS_REVIEW,
    REVIEWED,
    UNGRADED,
    CANCELLED;

    /** Accepted, and nothing known yet. */
    public boolean isOpen() {
        return this == QUEUED || this == GRADING;
    }

    /** Whether a machine may still grade it, for the first time or again. */
    public boolean allowsGrading() {
        return this != REVIEWED && this != CANCELLED;
    }

    /** Whether a person may decide on it, for the first time or again. */
    public boolean allowsReview() {
        return !isOpen() && this != CANCELLED;
    }
}
