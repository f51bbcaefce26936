package io.evenhand.delivery.send;

import io.evenhand.delivery.Fault;
import io.evenhand.delivery.address.ForbiddenAddressException;
import io.netty.channel.ConnectTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Reads what went wrong between us and a receiver. */
final class Faults {

    private static final int CAUSES = 10;

    private Faults() {}

    static Fault of(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElse(Fault.CONNECTION);
    }

    private static Optional<Fault> known(Throwable error) {
        return switch (error) {
            case ForbiddenAddressException e -> Optional.of(Fault.FORBIDDEN_ADDRESS);
            case UnknownHostException e -> Optional.of(Fault.UNKNOWN_HOST);
            case SSLException e -> Optional.of(Fault.TLS);
            case TimeoutException e -> Optional.of(Fault.TIMEOUT);
            case ConnectTimeoutException e -> Optional.of(Fault.TIMEOUT);
            default -> Optional.empty();
        };
    }
}
