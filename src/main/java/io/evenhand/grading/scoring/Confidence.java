package io.evenhand.grading.scoring;

import io.evenhand.grading.ConfidenceBasis;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How sure a grade is: the product of {@link ConfidenceBasis}, 0 to 1.
 *
 * <p>The judge's own word by criterion comes first, since it is calibrated best among the cheap
 * signals (arXiv:2603.29559) though always too sure; where a provider reports token probabilities,
 * the mean of both is taken. The other factors can only lower it. Their sizes are set by hand and
 * wait for a calibration on human reviews: a quarter of the quotes not found costs an eighth, a
 * second opinion at the other end of the scale a fifth, every repair a tenth, abstention up to a
 * half, and a score of exactly half a tenth (every model is weakest there, arXiv:2605.07647).
 */
public final class Confidence {

    private static final double EVIDENCE_WEIGHT = 0.5;
    private static final double SECOND_OPINION_WEIGHT = 0.2;
    private static final double REPAIR_FACTOR = 0.9;
    private static final double ABSTENTION_WEIGHT = 0.5;
    private static final double MIDDLE_WEIGHT = 0.1;

    private Confidence() {}

    /**
     * How sure a grader is of one criterion: its own word, and token probabilities if it has them.
     */
    public static double ofCriterion(CriterionJudgement judgement) {
        double said = share(judgement.confidence());
        OptionalDouble probability = judgement.probability();
        return probability.isPresent() ? (said + share(probability.getAsDouble())) / 2 : said;
    }

    /** What is no number says nothing; sums of probabilities may come out a little above 1. */
    private static double share(double said) {
        return Double.isNaN(said) ? 0 : Math.clamp(said, 0.0, 1.0);
    }

    /**
     * @param share the score as a share of the maximum, 0 to 1
     * @param secondOpinion the in-process grader's share, if it had time to say
     */
    public static ConfidenceBasis of(
            List<CriterionGrade> criteria,
            double share,
            OptionalDouble secondOpinion,
            Effort effort) {
        return new ConfidenceBasis(
                rounded(judge(criteria)),
                rounded(evidence(criteria)),
                agreement(share, secondOpinion),
                rounded(Math.pow(REPAIR_FACTOR, effort.repairs())),
                rounded(1 - ABSTENTION_WEIGHT * abstained(criteria)),
                rounded(1 - MIDDLE_WEIGHT * (1 - Math.abs(2 * share - 1))),
                OptionalDouble.empty());
    }

    /** Two decimals: more would pretend to a precision that is not there. */
    public static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    /** How far the in-process grader's share is from the grade's, 0 to 1; 0 if it said nothing. */
    public static double distance(ConfidenceBasis basis) {
        return rounded((1 - basis.secondOpinion().orElse(1)) / SECOND_OPINION_WEIGHT);
    }

    private static OptionalDouble agreement(double share, OptionalDouble secondOpinion) {
        return secondOpinion.isEmpty()
                ? secondOpinion
                : OptionalDouble.of(
                        rounded(
                                1
                                        - SECOND_OPINION_WEIGHT
                                                * Math.abs(share - secondOpinion.getAsDouble())));
    }

    private static double judge(List<CriterionGrade> criteria) {
        return weighted(criteria, CriterionGrade::confidence);
    }

    private static double abstained(List<CriterionGrade> criteria) {
        return weighted(criteria, criterion -> criterion.abstained() ? 1 : 0);
    }

    private static double evidence(List<CriterionGrade> criteria) {
        int claimed = criteria.stream().mapToInt(CriterionGrade::claimedQuotes).sum();
        int found = criteria.stream().mapToInt(CriterionGrade::foundQuotes).sum();
        return claimed == 0 ? 1 : 1 - EVIDENCE_WEIGHT * (claimed - found) / claimed;
    }

    private static double weighted(
            List<CriterionGrade> criteria,
            java.util.function.ToDoubleFunction<CriterionGrade> measure) {
        double total = criteria.stream().mapToDouble(c -> weight(c.maxPoints())).sum();
        double sum =
                criteria.stream()
                        .mapToDouble(c -> weight(c.maxPoints()) * measure.applyAsDouble(c))
                        .sum();
        return total == 0 ? 0 : sum / total;
    }

    private static double weight(Points points) {
        return points.value().abs().round(MathContext.DECIMAL64).doubleValue();
    }
}
