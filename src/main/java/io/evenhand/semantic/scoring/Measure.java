package io.evenhand.semantic.scoring;

/**
 * What one feature adds to a score.
 *
 * @param mean of the feature on the training answers
 * @param deviation its standard deviation there, above 0
 * @param weight score for each standard deviation above the mean; the score's unit is full points
 */
public record Measure(String feature, double mean, double deviation, double weight) {

    /** Beyond so many standard deviations a feature counts no more. */
    public static final double MOST_DEVIATIONS = 3;

    double of(double value) {
        return weight * standardised(value);
    }

    double standardised(double value) {
        return Math.clamp((value - mean) / deviation, -MOST_DEVIATIONS, MOST_DEVIATIONS);
    }
}
