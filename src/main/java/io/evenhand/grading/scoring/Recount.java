package io.evenhand.grading.scoring;

import io.evenhand.grading.Calibrated;
import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.math.BigDecimal;
import java.util.List;

/**
 * Takes into a grade what people's reviews of other answers say of it.
 *
 * <p>A provisional grade moves: its points are estimates anyway. A model's does not: its points are
 * counted from verdicts that rest on evidence, and only its range, which never narrows, and its
 * confidence tell what the reviews say. The range of a provisional grade becomes that of the
 * reviews, which may be narrower than it was, but stays open by what could not be told. The
 * confidence of neither rises.
 */
public final class Recount {

    private final Rubric rubric;

    public Recount(Rubric rubric) {
        this.rubric = rubric;
    }

    public Grade of(Grade grade, Calibrated by) {
        boolean provisional = grade.grader().kind() == GraderKind.SEMANTIC;
        List<CriterionGrade> criteria =
                provisional ? new Shift(rubric, grade.criteria()).to(by) : grade.criteria();
        List<Verdict> verdicts = criteria.stream().map(CriterionGrade::verdict).toList();
        Points score = new Scoring(rubric).score(verdicts);
        double apart = Math.abs(share(score) - by.expected());
        ScoreRange expected = new ScoreRange(points(by.low()), points(by.high()));
        ConfidenceBasis basis = grade.confidenceBasis().calibrated(Confidence.rounded(1 - apart));
        return new Grade(
                score,
                grade.maxScore(),
                union(
                        provisional
                                ? opened(expected, verdicts)
                                : union(expected, grade.scoreRange()),
                        new ScoreRange(score, score)),
                criteria,
                grade.feedback(),
                grade.followUpQuestions(),
                Confidence.rounded(basis.product()),
                basis,
                grade.grader().calibratedBy(by),
                grade.usage(),
                grade.reviewReasons());
    }

    /** Wider by what the criteria on which nothing can be said could take or give. */
    private ScoreRange opened(ScoreRange range, List<Verdict> verdicts) {
        Points score = new Scoring(rubric).score(verdicts);
        ScoreRange told = new Scoring(rubric).range(verdicts);
        return new ScoreRange(
                range.min().minus(score.minus(told.min())).max(Points.ZERO),
                range.max().plus(told.max().minus(score)).min(rubric.maxScore()));
    }

    private static ScoreRange union(ScoreRange one, ScoreRange other) {
        return new ScoreRange(one.min().min(other.min()), one.max().max(other.max()));
    }

    private double share(Points score) {
        return score.value().doubleValue() / rubric.maxScore().value().doubleValue();
    }

    private Points points(double share) {
        return rubric.maxScore().times(BigDecimal.valueOf(share));
    }
}
