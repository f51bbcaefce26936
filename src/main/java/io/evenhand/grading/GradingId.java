package io.evenhand.grading;

import com.github.f4b6a3.ulid.Ulid;

/** Names a grading: a ULID, so that ids sort by the time at which they were made. */
public record GradingId(String value) {

    /** Whether it could be one at all. */
    public boolean isWellFormed() {
        return Ulid.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
