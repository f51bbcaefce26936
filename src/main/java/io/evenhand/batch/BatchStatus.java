package io.evenhand.batch;

/** Where a batch stands. */
public enum BatchStatus {
    /** Its upload is not whole; nothing of it is graded. */
    RECEIVING,
    RUNNING,
    /** Its pilot is graded, and somebody is to look at that. */
    PAUSED,
    COMPLETED,
    CANCELLED;

    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }
}
