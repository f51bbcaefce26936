package io.evenhand.access.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an account takes no password after wrong ones: longer each time, and never for good, or
 * whoever knows a name could keep its owner out.
 */
final class Lockout {

    /** Everybody mistypes. */
    private static final int FREE = 4;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private Lockout() {}

    static Optional<Instant> after(int failures, Instant now) {
        if (failures <= FREE) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - FREE - 1, MOST_DOUBLINGS);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return Optional.of(now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }
}
