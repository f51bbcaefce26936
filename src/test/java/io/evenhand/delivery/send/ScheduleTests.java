package io.evenhand.delivery.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a delivery that failed is tried again. */
class ScheduleTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private final Schedule middle = new Schedule(() -> 0.5);

    @Test
    void goesOnForThreeDays() {
        Duration all = Schedule.WAITS.stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofHours(80));
        assertThat(wait(middle, 1)).contains(Duration.ofSeconds(5));
        assertThat(wait(middle, 9)).contains(Duration.ofHours(24));
        assertThat(wait(middle, 10)).isEmpty();
        assertThat(wait(middle, 11)).isEmpty();
    }

    @Test
    void startsFromTheBeginningWhenARedeliveryWasAskedForMeanwhile() {
        assertThat(wait(middle, 0)).contains(Duration.ofSeconds(5));
    }

    @Test
    void variesByATenthAtMost() {
        assertThat(wait(new Schedule(() -> 0), 3)).contains(Duration.ofMinutes(27));
        assertThat(wait(new Schedule(() -> 1), 3)).contains(Duration.ofMinutes(33));
        assertThat(wait(new Schedule(), 3).orElseThrow())
                .isBetween(Duration.ofMinutes(27), Duration.ofMinutes(33));
    }

    @Test
    void waitsAsLongAsAReceiverAsks() {
        assertThat(asked(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
        assertThat(asked(Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(5));
        assertThat(asked(Duration.ofHours(24))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void disbelievesAReceiverThatAsksForMoreThanADay() {
        assertThat(asked(Duration.ofHours(24).plusSeconds(1))).isEqualTo(Duration.ofMinutes(5));
        assertThat(asked(Duration.ofDays(99))).isEqualTo(Duration.ofMinutes(5));
    }

    private Duration asked(Duration asked) {
        return Duration.between(NOW, middle.next(2, Optional.of(asked), NOW).orElseThrow());
    }

    private static Optional<Duration> wait(Schedule schedule, int tries) {
        return schedule.next(tries, Optional.empty(), NOW).map(next -> Duration.between(NOW, next));
    }
}
