package io.evenhand.grading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Provenance;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Usage;
import io.evenhand.guard.Flag;
import io.evenhand.question.Points;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.RubricSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A grading as clients see it (API contract).
 *
 * @param withheld true if who asks is still to judge it unseen, and is not told all of it
 */
public record GradingView(
        String id,
        GradingStatus status,
        @Nullable BigDecimal score,
        BigDecimal maxScore,
        @Nullable BigDecimal percentage,
        @Nullable ScoreRange scoreRange,
        List<ReviewReason> reviewReasons,
        List<CriterionView> criteria,
        @Nullable Feedback feedback,
        List<String> followUpQuestions,
        @Nullable Double confidence,
        @Nullable ConfidenceBasis confidenceBasis,
        List<Flag> flags,
        @Nullable GraderView grader,
        UsageView usage,
        QuestionView question,
        RubricSource rubric,
        @Nullable String reason,
        @Nullable String candidateRef,
        @Nullable JsonNode metadata,
        Instant createdAt,
        @Nullable Instant gradedAt,
        int revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean erased,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MachineView machine,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReviewView review,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answer) {

    /** The grading without the answer, as lists, streams and events show it. */
    public static GradingView of(Grading grading) {
        return of(grading, null, false);
    }

    /** The grading with the answer, for the one call that asks for it. */
    static GradingView withAnswer(Grading grading, boolean withheld) {
        return of(grading, grading.isErased() ? null : grading.submission().answer(), withheld);
    }

    /** The same as somebody sees it who is not told all of it. */
    static GradingView withheld(Grading known) {
        return of(known, null, true);
    }

    private static GradingView of(Grading grading, @Nullable String answer, boolean withheld) {
        Optional<Grade> grade = grading.grade();
        Optional<Provenance> grader =
                grade.map(Grade::grader).or(() -> grading.noGrade().map(NoGrade::grader));
        Optional<Usage> usage =
                grade.map(Grade::usage).or(() -> grading.noGrade().map(NoGrade::usage));
        return new GradingView(
                grading.id().value(),
                grading.status(),
                grade.map(Grade::score).map(Points::value).orElse(null),
                grade.map(Grade::maxScore)
                        .orElseGet(() -> grading.submission().rubric().maxScore())
                        .value(),
                grade.map(Grade::percentage).orElse(null),
                grade.map(Grade::scoreRange).orElse(null),
                grade.map(Grade::reviewReasons).orElse(List.of()),
                grade.map(CriterionView::of).orElse(List.of()),
                grade.filter(g -> !grading.isErased()).map(Grade::feedback).orElse(null),
                grade.map(Grade::followUpQuestions).orElse(List.of()),
                grade.map(Grade::confidence).orElse(null),
                grade.map(Grade::confidenceBasis).orElse(null),
                grading.flags(),
                grader.map(GraderView::of).orElse(null),
                UsageView.of(usage.orElse(Usage.NONE)),
                QuestionView.of(grading.submission().question().ref()),
                grading.submission().rubricSource(),
                reason(grading),
                grading.submission().candidateRef().orElse(null),
                grading.submission().metadata().orElse(null),
                grading.createdAt(),
                grading.gradedAt().orElse(null),
                grading.revision(),
                grading.isErased() ? true : null,
                withheld ? true : null,
                grading.review().map(review -> MachineView.of(grading)).orElse(null),
                grading.review().map(ReviewView::of).orElse(null),
                answer);
    }

    private static @Nullable String reason(Grading grading) {
        return grading.noGrade()
                .filter(why -> grading.review().isEmpty())
                .map(why -> why.reason().name())
                .or(() -> grading.cancelReason().map(CancelReason::name))
                .orElse(null);
    }

    /** Where the question stands in the bank, if it does. */
    public record QuestionView(@Nullable String id, @Nullable Integer version) {

        static QuestionView of(Optional<QuestionRef> ref) {
            return new QuestionView(
                    ref.map(QuestionRef::id).orElse(null),
                    ref.map(QuestionRef::version).orElse(null));
        }
    }
}
