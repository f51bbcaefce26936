package io.evenhand.delivery;

import com.github.f4b6a3.ulid.UlidCreator;

/**
 * Names an event to its receivers: the same for all endpoints and all attempts, so that a receiver
 * can drop doubles.
 */
public record MessageId(String value) {

    private static final String PREFIX = "msg_";

    public static MessageId next() {
        return new MessageId(PREFIX + UlidCreator.getMonotonicUlid());
    }

    @Override
    public String toString() {
        return value;
    }
}
