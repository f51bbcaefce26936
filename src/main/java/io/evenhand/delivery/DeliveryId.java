package io.evenhand.delivery;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/** Names a delivery: a ULID, so that ids sort by the time at which they were made. */
public record DeliveryId(String value) {

    public static DeliveryId next() {
        return new DeliveryId(UlidCreator.getMonotonicUlid().toString());
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
