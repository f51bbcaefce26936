package io.evenhand.grading.scoring;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Moves all criteria that a fallback judged up or down by the same share of their points, until
 * they add up to what is expected; each stays between 0 and its points.
 *
 * <p>What has no evidence is not lifted to where evidence is needed, and what nothing could be said
 * of stays so: a total beyond reach is only neared.
 */
final class Shift {

    /** Halvings of the interval that the shift is sought in: finer than a hundredth of a point. */
    private static final int STEPS = 40;

    private final Rubric rubric;
    private final List<CriterionGrade> grades;

    Shift(Rubric rubric, List<CriterionGrade> grades) {
        this.rubric = rubric;
        this.grades = grades;
    }

    List<CriterionGrade> to(Calibrated by) {
        double wanted = by.expected() * rubric.maxScore().value().doubleValue();
        double shift = solved(this::total, wanted);
        List<CriterionGrade> moved = new ArrayList<>();
        for (int i = 0; i < grades.size(); i++) {
            CriterionGrade grade = grades.get(i);
            Criterion criterion = rubric.criteria().get(i);
            moved.add(isMoved(grade) ? moved(grade, criterion, shift, by) : grade);
        }
        return moved;
    }

    /** Where a function that only rises comes nearest to what is wanted, between -1 and 1. */
    private static double solved(DoubleUnaryOperator rising, double wanted) {
        double low = -1;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double total(double shift) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            if (isMoved(grades.get(i))) {
                sum += points(grades.get(i), rubric.criteria().get(i), shift);
            }
        }
        return sum;
    }

    private static boolean isMoved(CriterionGrade grade) {
        return grade.maxPoints().isPositive() && !grade.abstained();
    }

    private static double points(CriterionGrade grade, Criterion criterion, double shift) {
        double most = criterion.points().value().doubleValue();
        double now = grade.verdict().earned().orElse(Points.ZERO).value().doubleValue();
        double ceiling =
                grade.verdict().passages().isEmpty()
                        ? Math.max(now, Verdicts.mostWithoutEvidence(criterion).doubleValue())
                        : most;
        return Math.clamp(now + shift * most, 0, ceiling);
    }

    private static CriterionGrade moved(
            CriterionGrade grade, Criterion criterion, double shift, Calibrated by) {
        Points points = new Points(BigDecimal.valueOf(points(grade, criterion, shift)));
        Verdict verdict =
                Verdicts.of(criterion, new Claim.Awarded(points), grade.verdict().passages());
        boolean same = verdict.label().equals(grade.verdict().label());
        return new CriterionGrade(
                grade.id(),
                verdict,
                Verdicts.level(criterion, verdict),
                grade.maxPoints(),
                same ? grade.reason() : reason(by),
                grade.confidence(),
                grade.claimedQuotes(),
                grade.foundQuotes());
    }

    private static String reason(Calibrated by) {
        return "Moved by what people gave %d other answers to this question."
                .formatted(by.reviews());
    }
}
