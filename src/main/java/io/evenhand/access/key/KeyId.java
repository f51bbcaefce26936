package io.evenhand.access.key;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/** Names a key that was made here: a ULID. */
public record KeyId(String value) {

    public static KeyId next() {
        return new KeyId(UlidCreator.getMonotonicUlid().toString());
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
