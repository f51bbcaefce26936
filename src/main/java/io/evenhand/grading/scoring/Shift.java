package io.evenhand.grading.scoring;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Moves all criteria that a fallback judged up or down by the same share of their points, until
 * they add up to what is expected; each stays between 0 and its points.
 *
 * <p>What has no evidence is not lifted to where evidence is needed, what nothing could be said of
 * stays so, and a required criterion that is not met caps the total still: one beyond reach is only
 * neared.
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
        double shift = nearest(by.expected() * rubric.maxScore().value().doubleValue());
        return mapped((grade, criterion) -> moved(grade, criterion, shift, by));
    }

    /** The least shift, up or down, by which the score comes nearest to what is wanted. */
    private double nearest(double wanted) {
        double reach = Math.clamp(wanted, total(-1), total(1));
        double direction = Math.signum(reach - total(0));
        double near = 0;
        double far = direction;
        for (int i = 0; i < STEPS; i++) {
            double middle = (near + far) / 2;
            if (direction * (total(middle) - reach) < 0) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return Math.abs(total(near) - wanted) < Math.abs(total(far) - wanted) ? near : far;
    }

    /** The score after a shift: it only rises with it, by a leap where a cap ends. */
    private double total(double shift) {
        List<Verdict> verdicts = mapped((grade, criterion) -> verdict(grade, criterion, shift));
        return new Scoring(rubric).score(verdicts).value().doubleValue();
    }

    private <T> List<T> mapped(BiFunction<CriterionGrade, Criterion, T> to) {
        return IntStream.range(0, grades.size())
                .mapToObj(i -> to.apply(grades.get(i), rubric.criteria().get(i)))
                .toList();
    }

    private static boolean isMoved(CriterionGrade grade) {
        return grade.maxPoints().isPositive() && !grade.abstained();
    }

    private static double points(CriterionGrade grade, Criterion criterion, double shift) {
        double most = criterion.points().value().doubleValue();
        double now = grade.verdict().earned().orElse(Points.ZERO).value().doubleValue();
        return Math.clamp(now + shift * most, 0, ceiling(grade, criterion, now));
    }

    private static double ceiling(CriterionGrade grade, Criterion criterion, double now) {
        if (criterion.hasLevels() && Scoring.caps(criterion, grade.verdict())) {
            return now;
        }
        return grade.verdict().passages().isEmpty()
                ? Math.max(now, Verdicts.mostWithoutEvidence(criterion).doubleValue())
                : criterion.points().value().doubleValue();
    }

    private static Verdict verdict(CriterionGrade grade, Criterion criterion, double shift) {
        if (!isMoved(grade)) {
            return grade.verdict();
        }
        Points points = new Points(BigDecimal.valueOf(points(grade, criterion, shift)));
        return Verdicts.of(criterion, new Claim.Awarded(points), grade.verdict().passages());
    }

    private static CriterionGrade moved(
            CriterionGrade grade, Criterion criterion, double shift, Calibrated by) {
        if (!isMoved(grade)) {
            return grade;
        }
        Verdict verdict = verdict(grade, criterion, shift);
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
