package io.evenhand.batch;

import static io.evenhand.grading.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.BatchTally;
import io.evenhand.grading.GradingStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long the rest of a batch takes. */
class StandingTests {

    private final Batch running = BatchSamples.receiving().started(Optional.empty(), NOW);

    @Test
    void goesByThePaceSinceTheStart() {
        Standing standing = standing(running, 20, 5, 15);

        assertThat(standing.left(NOW.plusSeconds(30))).contains(Duration.ofSeconds(50));
    }

    @Test
    void countsFromTheResumeAfterAPilot() {
        Batch resumed = running.paused().resumed(Optional.empty(), 10, NOW.plusSeconds(3600));

        assertThat(standing(resumed, 20, 0, 20).left(NOW.plusSeconds(3610)))
                .contains(Duration.ofSeconds(20));
    }

    @Test
    void isUnknownWithoutAPaceAndWhereNothingRuns() {
        assertThat(standing(running, 9, 1, 0).left(NOW.plusSeconds(9))).isEmpty();
        assertThat(standing(running.paused(), 9, 1, 5).left(NOW.plusSeconds(9))).isEmpty();
    }

    private static Standing standing(Batch batch, int queued, int grading, int graded) {
        return new Standing(
                batch,
                new BatchTally(
                        Map.of(
                                GradingStatus.QUEUED,
                                queued,
                                GradingStatus.GRADING,
                                grading,
                                GradingStatus.PROVISIONAL,
                                graded),
                        Optional.empty(),
                        0),
                List.of());
    }
}
