package io.evenhand.grading;

/** Names a grading: a ULID, so that ids sort by the time at which they were made. */
public record GradingId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
