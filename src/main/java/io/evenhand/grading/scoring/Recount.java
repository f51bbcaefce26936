package io.evenhand.grading.scoring;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.util.List;

/**
 * Takes into a grade what people's reviews of other answers say of it.
 *
 * <p>A provisional grade moves: its points are estimates anyway. A model's does not: its points are
 * counted from verdicts that rest on evidence, and only its range and its confidence tell what the
 * reviews say. Neither becomes surer than it was.
 */
public final class Recount {

    private final Rubric rubric;

    public Recount(Rubric rubric) {
        this.rubric = rubric;
    }

    public Grade of(Grade grade, Calibrated by) {
        List<CriterionGrade> criteria =
                grade.grader().kind() == GraderKind.SEMANTIC
                        ? new Shift(rubric, grade.criteria()).to(by)
                        : grade.criteria();
        Points score =
                new Scoring(rubric)
                        .score(criteria.stream().map(c -> c.verdict().earned()).toList());
        double apart = Math.abs(share(score) - by.expected());
        ConfidenceBasis basis = grade.confidenceBasis().calibrated(Confidence.rounded(1 - apart));
        return new Grade(
                score,
                grade.maxScore(),
                new ScoreRange(points(by.low()).min(score), points(by.high()).max(score)),
                criteria,
                grade.feedback(),
                grade.followUpQuestions(),
                Confidence.rounded(basis.product()),
                basis,
                grade.grader().calibratedBy(by),
                grade.usage(),
                grade.reviewReasons());
    }

    private double share(Points score) {
        return score.value().doubleValue() / rubric.maxScore().value().doubleValue();
    }

    private Points points(double share) {
        return rubric.maxScore().times(BigDecimal.valueOf(share));
    }
}
