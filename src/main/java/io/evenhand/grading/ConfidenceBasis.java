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
 */
public record ConfidenceBasis(
        double judge,
        double evidence,
        OptionalDouble secondOpinion,
        double repairs,
        double abstention,
        double middle) {

    public double product() {
        return judge * evidence * secondOpinion.orElse(1) * repairs * abstention * middle;
    }
}
