package io.evenhand.authoring.preview;

/** Where a preview stands. */
public enum PreviewStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    /** Given up: it was taken up again and again, and never came to its end. */
    FAILED
}
