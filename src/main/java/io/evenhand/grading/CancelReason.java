package io.evenhand.grading;

/** Why a grading was cancelled. */
public enum CancelReason {
    CLIENT_GONE,
    ON_REQUEST
}
