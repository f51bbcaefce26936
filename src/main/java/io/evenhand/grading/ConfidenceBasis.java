package io.evenhand.grading;

import java.util.OptionalDouble;

/**
 * The factors whose product is the confidence of a grade, each 0 to 1.
 *
 * @param judge the grader's own confidence, criteria weighted by their points
 * @param evidence lowered by quotes that the answer does not hold
 * @param secondOpinion lowered as the in-process grader's score differs; empty if it had no time
 * @param repairs lowered by output that had to be mended
 * @param abstention lowered by points that nothing could be said on
 * @param middle lowered for scores near half of the maximum, where graders are weakest
 * @param calibration lowered as the score differs from what people are expected to give by their
 *     reviews of other answers; empty if there are too few
 */
public record ConfidenceBasis(
        double judge,
        double evidence,
        OptionalDouble secondOpinion,
        double repairs,
        double abstention,
        double middle,
        OptionalDouble calibration) {

    /** Of what needs no judge. */
    public static final ConfidenceBasis CERTAIN =
            new ConfidenceBasis(1, 1, OptionalDouble.empty(), 1, 1, 1, OptionalDouble.empty());

    public ConfidenceBasis calibrated(double factor) {
        return new ConfidenceBasis(
                judge,
                evidence,
                secondOpinion,
                repairs,
                abstention,
                middle,
                OptionalDouble.of(factor));
    }

    public double product() {
        return judge
                * evidence
                * secondOpinion.orElse(1)
                * repairs
                * abstention
                * middle
                * calibration.orElse(1);
    }
}
