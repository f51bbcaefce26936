package io.evenhand.grading;

import com.github.f4b6a3.ulid.Ulid;

/** Names a batch: a ULID, like the ids of the gradings that came in it. */
public record BatchId(String value) {

    /** Whether it could be one at all. */
    public boolean isWellFormed() {
        return Ulid.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
