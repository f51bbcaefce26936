package io.evenhand.delivery;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/** Names an endpoint: a ULID. */
public record EndpointId(String value) {

    public static EndpointId next() {
        return new EndpointId(UlidCreator.getMonotonicUlid().toString());
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
