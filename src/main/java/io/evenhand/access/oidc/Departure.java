package io.evenhand.access.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known when somebody comes back from the provider.
 *
 * @param state that the provider has to hand back
 * @param nonce that has to be in its token, hashed
 * @param verifier without which nobody else can use the code (PKCE)
 * @param next the page that they wanted
 */
record Departure(
        String state, String nonce, String verifier, String returnTo, String next, Instant at) {

    private static final String BETWEEN = "\n";
    private static final int PARTS = 6;

    Departure {
        next = next.contains(BETWEEN) ? "/" : next;
    }

    String written() {
        return String.join(
                BETWEEN,
                state,
                nonce,
                verifier,
                returnTo,
                next,
                Long.toString(at.getEpochSecond()));
    }

    /** What was sealed; an older release may have written another form. */
    static Optional<Departure> read(String written) {
        List<String> parts = List.of(written.split(BETWEEN, -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts.get(5)));
            return Optional.of(
                    new Departure(
                            parts.get(0),
                            parts.get(1),
                            parts.get(2),
                            parts.get(3),
                            parts.get(4),
                            at));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
