package io.evenhand.authoring.preview;

import io.evenhand.authoring.preview.Comparison.Trouble;
import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Usage;
import io.evenhand.grading.Verdict;
import io.evenhand.guard.Flag;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionKind;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Previews for tests. */
public final class PreviewSamples {

    public static final TenantId TENANT = new TenantId("acme");
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final String ANSWER = "It memorises the noise.";

    static final Question QUESTION =
            new Question(
                    Optional.of(new QuestionRef("q", 2)),
                    "What is overfitting?",
                    QuestionKind.TECHNICAL,
                    List.of("It fits noise."),
                    Optional.of(
                            new Rubric(List.of(Criterion.of("noise", "Says noise", Points.of(4))))),
                    Points.of(10),
                    Optional.of(new BigDecimal("60")),
                    List.of(),
                    false);

    private PreviewSamples() {}

    public static Question question() {
        return QUESTION;
    }

    public static Preview queued() {
        return Preview.queued(
                PreviewId.next(),
                TENANT,
                "q",
                "somebody",
                new Target(QUESTION, true, new Sample(3, 9, 7)),
                NOW);
    }

    public static Preview ended(Preview preview, PreviewStatus how) {
        return preview.ended(how, NOW);
    }

    public static Item compared(Item item) {
        Mark before = Mark.of(grade(), QUESTION);
        Comparison comparison =
                new Comparison(
                        Optional.of(before),
                        Optional.of(before),
                        false,
                        3,
                        Optional.empty(),
                        Usage.NONE);
        Flag flag = new Flag(Flag.Code.PADDING, "Much of it says nothing.", 0, 5);
        return item.compared(comparison, Optional.of(PendingGrade.of(grade(), List.of(flag))));
    }

    public static Item failed(Item item) {
        return item.failed(Comparison.failed(Optional.empty(), 0, Trouble.GONE, Usage.NONE));
    }

    static Grade grade() {
        Verdict met = new Verdict.Met(Points.of(4), List.of(new Evidence("the noise", 13, 22)));
        return new Grade(
                Points.of(4),
                Points.of(4),
                new ScoreRange(Points.of(4), Points.of(4)),
                List.of(
                        new CriterionGrade(
                                "noise", met, Optional.empty(), Points.of(4), "So.", 0.9, 1, 1)),
                new Feedback("Well.", List.of(), List.of()),
                List.of(),
                0.9,
                ConfidenceBasis.CERTAIN,
                Provenance.withoutModel(
                        GraderKind.SEMANTIC, Sha256.of("rubric"), Optional.empty(), 0),
                Usage.NONE,
                List.of());
    }
}
