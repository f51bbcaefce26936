package io.evenhand.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that models have for one grading; the fallback's share is already taken off.
 *
 * @param least with less left than that no call is begun
 */
record Budget(Clock clock, Instant end, Duration least) {

    /** So much earlier than the whole the last attempt ends, so that its breaker hears of it. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    /** Takes the reserve off, but never more than half of the time that is left. */
    static Budget until(Instant deadline, Clock clock, LlmSettings settings) {
        Duration half = Duration.between(clock.instant(), deadline).dividedBy(2);
        Duration reserve = settings.fallbackReserve();
        Duration taken = reserve.compareTo(half) > 0 ? half : reserve;
        return new Budget(clock, deadline.minus(taken), settings.leastAttempt());
    }

    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isPositive() ? left : Duration.ZERO;
    }

    boolean spent() {
        return !allows(Duration.ZERO);
    }

    /** Whether a call is worth its while after a pause of this length. */
    boolean allows(Duration pause) {
        return left().minus(pause).compareTo(least) >= 0;
    }

    /** How long to wait for a permit. */
    Duration patience() {
        return left().minus(least);
    }

    /** How long one attempt may take. */
    Duration attempt(Duration most) {
        Duration left = left().minus(MARGIN);
        return left.compareTo(most) < 0 ? left : most;
    }
}
