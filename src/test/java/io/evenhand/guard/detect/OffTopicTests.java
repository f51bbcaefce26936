package io.evenhand.guard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.guard.Embedder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OffTopicTests {

    private static final String PASTA =
            "My hobbies are hiking and cooking. Last summer I walked from Munich to Venice, which took"
                    + " four weeks, and I have learned to make fresh pasta on the way.";

    private final Detector detector = new OffTopic(Answers.LANGUAGES);

    @Test
    void findsWhatSharesNeitherWordsNorMeaning() {
        assertThat(looked(PASTA, text -> Optional.of(vector(text.equals(PASTA) ? 0 : 1)))).isOne();
    }

    @Test
    void leavesAloneWhatSharesTheMeaning() {
        assertThat(looked(PASTA, text -> Optional.of(vector(0)))).isZero();
    }

    @Test
    void saysNothingWithoutVectors() {
        assertThat(looked(PASTA, text -> Optional.empty())).isZero();
        assertThat(Answers.flags(detector, PASTA)).isEmpty();
    }

    @Test
    void asksForNoVectorsWhereWordsAreShared() {
        Embedder unwanted =
                text -> {
                    throw new AssertionError();
                };

        assertThat(looked(Answers.KEY + PASTA, unwanted)).isZero();
    }

    private long looked(String answer, Embedder embedder) {
        return detector.look(
                        new Subject(
                                Answers.inspection(
                                        answer, Answers.QUESTION, Optional.of(embedder))))
                .count();
    }

    private static float[] vector(int axis) {
        float[] vector = new float[2];
        vector[axis] = 1;
        return vector;
    }
}
