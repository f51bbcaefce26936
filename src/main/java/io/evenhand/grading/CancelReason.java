package io.evenhand.grading;

/** Why a grading was cancelled. */
public enum CancelReason {
    CLIENT_GONE,
    ON_REQUEST,
    /** Its texts were erased before it had a grade. */
    ERASED
}
