package io.evenhand.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.evenhand.grading.BatchTally;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.GradingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A count is as fresh as what it costs allows. */
class TalliesTests {

    private static final Duration COUNTING = Duration.ofSeconds(1);

    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger counted = new AtomicInteger();
    private final BatchedGradings gradings = mock();
    private final Tallies tallies = new Tallies(gradings, time::get);
    private final Batch running = BatchSamples.receiving().started(Optional.empty(), Instant.EPOCH);

    @BeforeEach
    void countingTakesTime() {
        when(gradings.tally(any(), any(), anyInt()))
                .thenAnswer(
                        call -> {
                            time.addAndGet(COUNTING.toNanos());
                            return tally(counted.incrementAndGet());
                        });
    }

    @Test
    void whoLooksSoonAfterIsGivenTheSameCount() {
        assertThat(tallies.of(running)).isEqualTo(tally(1));
        time.addAndGet(COUNTING.multipliedBy(8).toNanos());

        assertThat(tallies.of(running)).isEqualTo(tally(1));
    }

    @Test
    void itIsCountedAgainWhenThatIsATenthOfTheTime() {
        tallies.of(running);
        time.addAndGet(COUNTING.multipliedBy(9).toNanos() + 1);

        assertThat(tallies.of(running)).isEqualTo(tally(2));
    }

    @Test
    void whatHasMovedOnIsCountedAnew() {
        tallies.of(running);

        assertThat(tallies.of(running.completed(Instant.EPOCH))).isEqualTo(tally(2));
    }

    private static BatchTally tally(int graded) {
        return new BatchTally(Map.of(GradingStatus.GRADED, graded), Optional.empty(), 0);
    }
}
