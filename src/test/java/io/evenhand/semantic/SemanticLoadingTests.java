package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Weights;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import io.evenhand.semantic.encoding.TextEncoder;
import io.evenhand.semantic.encoding.TokenVectors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Just after the start the embedding model is not there yet. */
class SemanticLoadingTests {

    private static final SemanticProperties SETTINGS = new SemanticProperties(1, 10, 0);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final CompletableFuture<TextEncoder> encoder = new CompletableFuture<>();
    private final SemanticModel model = new SemanticModel(SETTINGS, encoder);
    private final SemanticHealth health = new SemanticHealth(model);
    private final SemanticGrader grader =
            new SemanticGrader(
                    model,
                    new LanguageDetector(),
                    SETTINGS,
                    Weights.EQUAL,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    new SimpleMeterRegistry());

    @AfterEach
    void close() {
        grader.destroy();
    }

    @Test
    void waitsForTheModel() {
        CompletableFuture<Outcome> outcome = grade(Duration.ofMinutes(1));

        assertThat(outcome).isNotDone();
        assertThat(state()).isEqualTo("LOADING");
        encoder.complete(new BlindEncoder());

        assertThat(outcome)
                .succeedsWithin(Duration.ofSeconds(30))
                .isInstanceOf(Outcome.Judged.class);
        assertThat(state()).isEqualTo("LOADED");
    }

    @Test
    void isBusyWhenTheModelDoesNotComeInTime() {
        assertThat(grade(Duration.ofMillis(1)))
                .succeedsWithin(Duration.ofSeconds(30))
                .isEqualTo(new Outcome.Busy());
        assertThat(encoder).isNotDone();
    }

    @Test
    void isBusyWhenTheModelCannotBeLoaded() {
        CompletableFuture<Outcome> outcome = grade(Duration.ofMinutes(1));
        encoder.completeExceptionally(new IllegalStateException("no such file"));

        assertThat(outcome).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(new Outcome.Busy());
        assertThat(state()).isEqualTo("FAILED");
    }

    private Object state() {
        return health.health().getDetails().get("model");
    }

    private CompletableFuture<Outcome> grade(Duration atMost) {
        Rubric rubric = new Rubric(List.of(Criterion.of("c", "Says noise", Points.of(4))));
        return grader.grade(
                        new Assignment(
                                new GradingId("g"),
                                new TenantId("t"),
                                question(),
                                rubric,
                                RubricSource.GIVEN,
                                "It memorises the noise.",
                                Optional.of("en"),
                                Optional.empty(),
                                NOW.plus(atMost),
                                Urgency.INTERACTIVE))
                .toFuture();
    }

    private static Question question() {
        return new Question(
                Optional.empty(),
                "What is overfitting?",
                QuestionKind.TECHNICAL,
                List.of("It fits noise."),
                Optional.empty(),
                Points.of(4),
                Optional.empty(),
                List.of(),
                false);
    }

    /** Sees no word in any text. */
    private static final class BlindEncoder implements TextEncoder {

        @Override
        public TokenVectors encode(String text, int mostPieces) {
            return TokenVectors.NONE;
        }

        @Override
        public void close() {}
    }
}
