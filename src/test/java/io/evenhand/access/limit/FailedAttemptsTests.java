package io.evenhand.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever guesses keys is not looked at for a while, and nobody else pays for it. */
class FailedAttemptsTests {

    private static final String HERE = "198.51.100.7";

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FailedAttempts attempts = attempts(3);

    @Test
    void keysAreNotLookedAtAfterTooManyUnknownOnes() {
        fail(HERE, 2);
        assertThat(attempts.shut(HERE, "guess")).isEmpty();

        fail(HERE, 1);

        assertThat(attempts.shut(HERE, "guess")).contains(Duration.ofSeconds(20));
        assertThat(attempts.shut("203.0.113.9", "guess")).isEmpty();
        assertThat(metrics.counter("evenhand.keys.unknown").count()).isEqualTo(3);
    }

    @Test
    void oneMoreIsLookedAtWhenItsTimeHasCome() {
        fail(HERE, 3);

        clock.advance(Duration.ofSeconds(21));
        assertThat(attempts.shut(HERE, "guess")).isEmpty();
        fail(HERE, 1);

        assertThat(attempts.shut(HERE, "guess")).isPresent();
        clock.advance(Duration.ofMinutes(5));
        fail(HERE, 2);
        assertThat(attempts.shut(HERE, "guess")).isEmpty();
    }

    @Test
    void aKeyThatWasRightFromThereIsStillLookedAt() {
        attempts.succeeded(HERE, "right");
        fail(HERE, 9);

        assertThat(attempts.shut(HERE, "right")).isEmpty();
        assertThat(attempts.shut(HERE, "rightly guessed")).isPresent();
        clock.advance(Duration.ofHours(25));
        fail(HERE, 9);
        assertThat(attempts.shut(HERE, "right")).isPresent();
    }

    @Test
    void aQuotaOfNoneShutsNobodyOut() {
        FailedAttempts off = attempts(0);

        for (int i = 0; i < 100; i++) {
            off.failed(HERE);
        }

        assertThat(off.shut(HERE, "guess")).isEmpty();
    }

    private FailedAttempts attempts(long most) {
        return new FailedAttempts(new Quota(most, Duration.ofMinutes(1)), clock, metrics);
    }

    private void fail(String origin, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(origin);
        }
    }
}
