package io.evenhand.delivery.send;

import io.evenhand.delivery.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of posting an event.
 *
 * @param fault empty if the receiver took it
 * @param retryAfter how long the receiver asks to be left alone
 */
record Answer(Optional<Integer> statusCode, Optional<Fault> fault, Optional<Duration> retryAfter) {

    private static final int GONE = 410;

    static Answer of(int status, Optional<Duration> retryAfter) {
        return new Answer(Optional.of(status), fault(status), retryAfter);
    }

    static Answer of(Fault fault) {
        return new Answer(Optional.empty(), Optional.of(fault), Optional.empty());
    }

    private static Optional<Fault> fault(int status) {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of(Fault.REDIRECT);
            default -> Optional.of(status == GONE ? Fault.GONE : Fault.STATUS);
        };
    }
}
