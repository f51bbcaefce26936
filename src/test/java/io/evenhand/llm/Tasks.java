package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers to be judged, for tests. */
final class Tasks {

    static final String ANSWER =
            "It memorises the training data, so it does badly on new data. I would look at both errors.";

    static final Rubric RUBRIC =
            new Rubric(
                    List.of(
                            Criterion.of("definition", "Says that it fits noise", Points.of(4)),
                            Criterion.of("detection", "Compares the errors", Points.of(4))
                                    .withLevels(
                                            List.of(
                                                    new Level("none", Points.ZERO),
                                                    new Level("mentions", Points.of(2)),
                                                    new Level("explains", Points.of(4)))),
                            Criterion.of("cure", "Names a remedy", Points.of(2)).withPartial(),
                            Criterion.of("false-fact", "Says something false", Points.of(-2))));

    private Tasks() {}

    static Assignment overfitting() {
        return overfitting(Duration.ofSeconds(40));
    }

    static Assignment overfitting(Duration time) {
        return of(RUBRIC, ANSWER, QuestionKind.TECHNICAL, time);
    }

    static Assignment answered(String answer) {
        return of(RUBRIC, answer, QuestionKind.TECHNICAL, Duration.ofSeconds(40));
    }

    static Assignment of(Rubric rubric) {
        return of(rubric, ANSWER, QuestionKind.TECHNICAL, Duration.ofSeconds(40));
    }

    static Assignment of(Rubric rubric, String answer, QuestionKind kind, Duration time) {
        return new Assignment(
                new GradingId("01JD"),
                TenantId.LOCAL,
                question(kind),
                rubric,
                RubricSource.GIVEN,
                answer,
                Optional.empty(),
                Optional.empty(),
                Instant.now().plus(time),
                Urgency.INTERACTIVE);
    }

    static Question question(QuestionKind kind) {
        return new Question(
                Optional.empty(),
                "What is overfitting, and how would you notice it?",
                kind,
                List.of(
                        "The model fits the noise of its training set instead of the pattern behind it, so its error on unseen data is far above its training error."),
                Optional.empty(),
                Points.of(10),
                Optional.empty(),
                List.of(),
                false);
    }
}
