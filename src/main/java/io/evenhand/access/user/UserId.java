package io.evenhand.access.user;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/** Names somebody who signs in: a ULID. */
public record UserId(String value) {

    public static UserId next() {
        return new UserId(UlidCreator.getMonotonicUlid().toString());
    }

    /** Whether it could be one at all. */
    public boolean isWellFormed() {
        return Ulid.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
