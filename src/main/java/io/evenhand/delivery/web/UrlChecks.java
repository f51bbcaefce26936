package io.evenhand.delivery.web;

import io.evenhand.delivery.address.ForbiddenAddressException;
import io.evenhand.delivery.address.Receivers;
import io.evenhand.platform.Violations;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks where a client wants events to go. It is checked again at every connection: here it is for
 * the client to hear of it early.
 */
@Component
class UrlChecks {

    static final String POINTER = "/url";

    private static final int LONGEST = 2000;
    private static final int LAST_PORT = 65_535;

    /** A name that nobody answers for by then may be there tomorrow. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Receivers receivers;

    UrlChecks(Receivers receivers) {
        this.receivers = receivers;
    }

    Mono<Optional<URI>> check(String url, Violations violations) {
        Optional<URI> parsed = parsed(url, violations).filter(uri -> isFit(uri, violations));
        return Mono.justOrEmpty(parsed)
                .flatMap(uri -> requirePublic(uri, violations))
                .thenReturn(parsed);
    }

    private static Optional<URI> parsed(String url, Violations violations) {
        try {
            URI uri = new URI(url);
            boolean http = isHttps(uri) || "http".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && url.length() <= LONGEST) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        violations.add(
                POINTER, "is no https URL with a host, of at most " + LONGEST + " characters");
        return Optional.empty();
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private boolean isFit(URI uri, Violations violations) {
        boolean secret =
                violations.require(
                        isHttps(uri) || receivers.isAllowed(uri.getHost()),
                        POINTER,
                        "is not https, which only hosts in evenhand.delivery.allowed-hosts may do"
                                + " without");
        boolean plain =
                violations.require(
                        uri.getRawUserInfo() == null && uri.getRawFragment() == null,
                        POINTER,
                        "has a user or a fragment; events are signed, a password is not needed");
        boolean port =
                violations.require(
                        uri.getPort() != 0 && uri.getPort() <= LAST_PORT,
                        POINTER,
                        "has no port from 1 to " + LAST_PORT);
        return secret && plain && port;
    }

    private Mono<Void> requirePublic(URI uri, Violations violations) {
        return receivers
                .addresses(uri.getHost())
                .timeout(PATIENCE)
                .doOnError(
                        ForbiddenAddressException.class,
                        e ->
                                violations.add(
                                        POINTER,
                                        "has an address that is not on the public internet, which"
                                                + " only hosts in evenhand.delivery.allowed-hosts"
                                                + " may have"))
                .onErrorComplete()
                .then();
    }
}
