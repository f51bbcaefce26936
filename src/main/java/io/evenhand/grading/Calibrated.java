package io.evenhand.grading;

/**
 * What reviewed answers say of a grader's score.
 *
 * @param reviews how many of the question were used
 * @param prior the share of the maximum that the grader itself gave, 0 to 1
 * @param expected the share that people are expected to give, 0 to 1
 * @param spread standard deviation of the share that a person would give, above 0
 */
public record Calibrated(int reviews, double prior, double expected, double spread) {

    /** Two-sided quantiles of the normal distribution. */
    private static final double EIGHTY_PERCENT = 1.2816;

    private static final double NINETY_FIVE_PERCENT = 1.96;

    /** Lower end of the interval that holds a person's share in 80 % of all cases. */
    public double low() {
        return Math.max(0, expected - EIGHTY_PERCENT * spread);
    }

    /** Upper end of that interval. */
    public double high() {
        return Math.min(1, expected + EIGHTY_PERCENT * spread);
    }

    /** Whether hardly a person (one in twenty) would be so far from what is expected. */
    public boolean contradicts(double share) {
        return Math.abs(share - expected) > NINETY_FIVE_PERCENT * spread;
    }
}
