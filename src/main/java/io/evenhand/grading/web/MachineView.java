package io.evenhand.grading.web;

import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.NoGrade;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the machine had said of an answer that a person decided on; without a score where it could
 * not grade.
 */
public record MachineView(
        @Nullable BigDecimal score,
        List<CriterionView> criteria,
        @Nullable Feedback feedback,
        @Nullable Double confidence,
        @Nullable GraderView grader) {

    static MachineView of(Grading grading) {
        Optional<Grade> grade = grading.machineGrade();
        return new MachineView(
                grade.map(Grade::score).map(Points::value).orElse(null),
                grade.map(CriterionView::of).orElse(List.of()),
                grade.map(Grade::feedback).orElse(null),
                grade.map(Grade::confidence).orElse(null),
                grade.map(Grade::grader)
                        .or(() -> grading.noGrade().map(NoGrade::grader))
                        .map(GraderView::of)
                        .orElse(null));
    }
}
