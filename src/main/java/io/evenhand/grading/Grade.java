package io.evenhand.grading;

import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer got, and why.
 *
 * @param score within 0 to {@code maxScore}
 * @param scoreRange what the score could come to; holds the score
 * @param confidence 0 to 1, two decimals
 */
public record Grade(
        Points score,
        Points maxScore,
        ScoreRange scoreRange,
        List<CriterionGrade> criteria,
        Feedback feedback,
        List<String> followUpQuestions,
        double confidence,
        ConfidenceBasis confidenceBasis,
        Provenance grader,
        Usage usage,
        List<ReviewReason> reviewReasons) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public Grade {
        criteria = List.copyOf(criteria);
        followUpQuestions = List.copyOf(followUpQuestions);
        reviewReasons = List.copyOf(reviewReasons);
    }

    /** The score in percent of the maximum, one decimal, half up. */
    public BigDecimal percentage() {
        return percentage(score);
    }

    /** So many points in percent of the maximum, one decimal, half up. */
    public BigDecimal percentage(Points points) {
        return points.value().multiply(HUNDRED).divide(maxScore.value(), 1, RoundingMode.HALF_UP);
    }

    /** The score as a share of the maximum, 0 to 1. */
    public double share() {
        return score.value().divide(maxScore.value(), MathContext.DECIMAL64).doubleValue();
    }

    public Grade withCriteria(List<CriterionGrade> others) {
        return new Grade(
                score,
                maxScore,
                scoreRange,
                others,
                feedback,
                followUpQuestions,
                confidence,
                confidenceBasis,
                grader,
                usage,
                reviewReasons);
    }

    public Grade withReviewReasons(List<ReviewReason> reasons) {
        return new Grade(
                score,
                maxScore,
                scoreRange,
                criteria,
                feedback,
                followUpQuestions,
                confidence,
                confidenceBasis,
                grader,
                usage,
                reasons);
    }

    /** The same with one more reason, unless it has it already. */
    public Grade withReviewReason(ReviewReason reason) {
        return withReviewReasons(
                Stream.concat(reviewReasons.stream(), Stream.of(reason)).distinct().toList());
    }

    public Grade withFollowUpQuestions(List<String> questions) {
        return new Grade(
                score,
                maxScore,
                scoreRange,
                criteria,
                feedback,
                questions,
                confidence,
                confidenceBasis,
                grader,
                usage,
                reviewReasons);
    }
}
