package io.evenhand.grading;

import io.evenhand.guard.Flag;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.Rubric;
import io.evenhand.question.RubricSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gradings and grades for tests to start from. */
public final class Samples {

    public static final TenantId TENANT = new TenantId("acme");
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    public static final Sha256 HASH = Sha256.of("rubric");

    private static final GradingIds IDS = new GradingIds();

    private Samples() {}

    public static Rubric rubric() {
        return new Rubric(
                List.of(
                        Criterion.of("noise", "Says that it fits noise", Points.of(4)),
                        Criterion.of("gap", "Names the gap", Points.of(4))
                                .withLevels(
                                        List.of(
                                                new Level("none", Points.ZERO),
                                                new Level("named", Points.of("1.5")),
                                                new Level("explained", Points.of(4)))),
                        Criterion.of("false", "States something false", Points.of(-2))));
    }

    public static Question question() {
        return new Question(
                Optional.empty(),
                "What is overfitting?",
                QuestionKind.TECHNICAL,
                List.of("It fits noise, and the gap grows."),
                Optional.of(rubric()),
                Points.of(10),
                Optional.of(new BigDecimal("60.5")),
                List.of(),
                false);
    }

    public static Submission submission(String answer) {
        return new Submission(
                question(),
                rubric(),
                RubricSource.GIVEN,
                answer,
                Optional.empty(),
                Optional.of("en"),
                Optional.empty(),
                List.of("Jane Doe"),
                Optional.empty());
    }

    public static Submission submission(String answer, String candidateRef, String questionId) {
        return new Submission(
                question().in(Optional.of(new QuestionRef(questionId, 3))),
                rubric(),
                RubricSource.QUESTION,
                answer,
                Optional.of(candidateRef),
                Optional.empty(),
                Optional.of("de"),
                List.of(),
                Optional.empty());
    }

    public static Grading queued() {
        return queued(submission("It memorises the noise."));
    }

    public static Grading queued(Submission submission) {
        return Grading.queued(IDS.next(), TENANT, submission, NOW);
    }

    public static Grade byModel() {
        return grade(
                new Provenance(
                        GraderKind.LLM,
                        Optional.of("some-model"),
                        Optional.of("grade/2"),
                        Optional.of(Sha256.of("prompt")),
                        HASH,
                        Optional.empty(),
                        2,
                        false,
                        Optional.empty()));
    }

    public static Grade byFallback(FallbackReason reason) {
        return grade(Provenance.withoutModel(GraderKind.SEMANTIC, HASH, Optional.of(reason), 3));
    }

    public static Grade grade(Provenance grader) {
        return new Grade(
                Points.of("3.50"),
                Points.of(8),
                new ScoreRange(Points.of("1.5"), Points.of(8)),
                List.of(
                        criterion(
                                "noise",
                                new Verdict.Met(
                                        Points.of(4),
                                        List.of(new Evidence("memorises the noise", 3, 22)))),
                        criterion("gap", new Verdict.Partly(Points.of("1.5"), List.of())),
                        criterion("false", new Verdict.CannotTell("Unclear."))),
                new Feedback("Good.", List.of("noise"), List.of("gap")),
                List.of("And then?"),
                0.83,
                new ConfidenceBasis(
                        0.9, 1, OptionalDouble.of(0.95), 1, 1, 0.97, OptionalDouble.empty()),
                grader,
                new Usage(812, 240, Optional.of(new Cost(new BigDecimal("0.00061"), "USD"))),
                List.of());
    }

    public static Grade costing(Grade grade, Usage usage) {
        return new Grade(
                grade.score(),
                grade.maxScore(),
                grade.scoreRange(),
                grade.criteria(),
                grade.feedback(),
                grade.followUpQuestions(),
                grade.confidence(),
                grade.confidenceBasis(),
                grade.grader(),
                usage,
                grade.reviewReasons());
    }

    /** The model's grade with another score, as a person may leave it. */
    public static Grade decided(Points score) {
        Grade machine = byModel();
        return new Grade(
                score,
                machine.maxScore(),
                new ScoreRange(score, score),
                machine.criteria(),
                machine.feedback(),
                List.of(),
                1,
                ConfidenceBasis.CERTAIN,
                machine.grader(),
                machine.usage(),
                List.of());
    }

    public static CriterionGrade criterion(String id, Verdict verdict) {
        return new CriterionGrade(
                id, verdict, Optional.empty(), Points.of(4), "It says so.", 0.9, 1, 1);
    }

    public static NoGrade noGrade(UngradedReason reason) {
        return new NoGrade(
                reason,
                Provenance.withoutModel(GraderKind.LLM, HASH, Optional.empty(), 0),
                Usage.NONE);
    }

    public static Flag flag(Flag.Code code) {
        return new Flag(code, "Seen.", 0, 2);
    }
}
