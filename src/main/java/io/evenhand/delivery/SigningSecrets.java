package io.evenhand.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What events to an endpoint are signed with, sealed.
 *
 * @param previous signs beside the current one for a while after a rotation
 */
public record SigningSecrets(
        String current, Optional<String> previous, Optional<Instant> previousUntil) {

    /** How long receivers have to take over a new secret (documented to clients). */
    private static final Duration OVERLAP = Duration.ofHours(24);

    public static SigningSecrets of(String sealed) {
        return new SigningSecrets(sealed, Optional.empty(), Optional.empty());
    }

    /** A second rotation within the overlap drops the oldest at once. */
    public SigningSecrets rotated(String sealed, Instant now) {
        return new SigningSecrets(sealed, Optional.of(current), Optional.of(now.plus(OVERLAP)));
    }

    /** The previous one as long as it signs. */
    public Optional<String> previousAt(Instant now) {
        return previousUntil.filter(now::isBefore).flatMap(until -> previous);
    }
}
