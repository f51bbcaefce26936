package io.evenhand.delivery.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When a delivery that failed is tried again: ten tries over a little more than three days, as
 * Standard Webhooks proposes, each wait up to a tenth shorter or longer so that what failed
 * together does not come back together.
 */
final class Schedule {

    /** After the first try, the second, and so on. */
    static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    /** A receiver that asks for a longer wait is not believed to mean it. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final double JITTER = 0.1;

    private final DoubleSupplier random;

    Schedule() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @param random 0 to 1
     */
    Schedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * @param tries how many were made
     * @param asked how long the receiver asked to be left alone
     * @return empty after the last try
     */
    Optional<Instant> next(int tries, Optional<Duration> asked, Instant now) {
        if (tries > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = jittered(WAITS.get(Math.max(1, tries) - 1));
        return asked.filter(least -> least.compareTo(LONGEST) <= 0)
                .filter(least -> least.compareTo(wait) > 0)
                .or(() -> Optional.of(wait))
                .map(now::plus);
    }

    private Duration jittered(Duration wait) {
        double factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
