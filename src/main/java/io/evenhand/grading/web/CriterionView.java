package io.evenhand.grading.web;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Grade;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grade of a criterion as clients see it. */
public record CriterionView(
        String id,
        String verdict,
        @Nullable String level,
        @Nullable BigDecimal points,
        BigDecimal maxPoints,
        String reason,
        double confidence,
        List<Evidence> evidence) {

    static List<CriterionView> of(Grade grade) {
        return grade.criteria().stream().map(CriterionView::of).toList();
    }

    private static CriterionView of(CriterionGrade grade) {
        return new CriterionView(
                grade.id(),
                grade.verdict().label(),
                grade.level().orElse(null),
                grade.verdict().earned().map(Points::value).orElse(null),
                grade.maxPoints().value(),
                grade.reason(),
                grade.confidence(),
                grade.verdict().passages());
    }
}
