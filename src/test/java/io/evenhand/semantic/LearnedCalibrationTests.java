package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.Lesson;
import io.evenhand.grading.Lessons;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenVectors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnedCalibrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CompletableFuture<TextEncoder> encoder = new CompletableFuture<>();
    private final Counting counting = new Counting();
    private final LearnedCalibration calibration =
            new LearnedCalibration(
                    new SemanticModel(new SemanticProperties(1, 10, 0), encoder),
                    new SimpleMeterRegistry());

    @AfterEach
    void close() {
        calibration.destroy();
    }

    @Test
    void saysNothingBeforeItsModelIsLoaded() {
        assertThat(expect("red noise", lessons(1))).isEmpty();
    }

    @Test
    void movesTowardsWhatPeopleGaveToAnswersLikeIt() {
        encoder.complete(counting);

        Calibrated liked = expect("red noise", lessons(.8)).orElseThrow();
        Calibrated disliked = expect("red noise", lessons(.2)).orElseThrow();

        assertThat(liked.reviews()).isEqualTo(10);
        assertThat(liked.prior()).isEqualTo(.5);
        assertThat(liked.expected()).isGreaterThan(.7);
        assertThat(disliked.expected()).isLessThan(.3);
        assertThat(liked.low()).isLessThan(liked.expected());
        assertThat(liked.high()).isGreaterThan(liked.expected());
    }

    @Test
    void readsEveryReviewedAnswerOnce() {
        encoder.complete(counting);
        expect("red noise", lessons(1));
        expect("red noise", lessons(0));

        assertThat(counting.seen).hasSize(11).allSatisfy((text, n) -> assertThat(n).isEqualTo(1));
    }

    @Test
    void whatDriftsElsewhereDriftsHere() {
        encoder.complete(counting);
        List<Lesson> ofQuestion = lessons(.5).ofQuestion();

        double still = expect("blue", new Lessons(ofQuestion, 0, 0)).orElseThrow().expected();
        double drifting = expect("blue", new Lessons(ofQuestion, 200, .3)).orElseThrow().expected();

        assertThat(drifting).isGreaterThan(still + .02);
    }

    private Optional<Calibrated> expect(String answer, Lessons lessons) {
        return calibration.expect(answer, .5, lessons).block(PATIENCE);
    }

    /** Ten answers that the machine gave half. */
    private static Lessons lessons(double human) {
        return new Lessons(
                IntStream.range(0, 10)
                        .mapToObj(i -> new Lesson("red noise " + i, .5, human))
                        .toList(),
                0,
                0);
    }

    private static final class Counting implements TextEncoder {

        private final ConcurrentHashMap<String, Integer> seen = new ConcurrentHashMap<>();

        @Override
        public TokenVectors encode(String text, int mostPieces) {
            seen.merge(text, 1, Integer::sum);
            float[] vector = text.startsWith("red") ? new float[] {1, 0} : new float[] {0, 1};
            return new TokenVectors(new float[][] {vector}, new double[] {1}, new int[] {0}, true);
        }

        @Override
        public void close() {}
    }
}
