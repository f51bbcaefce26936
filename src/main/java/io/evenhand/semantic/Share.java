package io.evenhand.semantic;

/**
 * Turns a score into a share of the points: the score itself in the middle, bent towards the ends
 * of the scale, so that what lies beyond them keeps its order.
 *
 * <p>From .75 on a score of 1.4, which only answers in the key's own words reach, leads to 1.
 */
final class Share {

    private static final double[] SCORES = {-.2, .1, .75, 1.4};
    private static final double[] SHARES = {0, .1, .75, 1};

    private Share() {}

    /** 0 to 1, rising with the score. */
    static double of(double score) {
        if (score <= SCORES[0]) {
            return SHARES[0];
        }
        for (int i = 1; i < SCORES.length; i++) {
            if (score <= SCORES[i]) {
                double part = (score - SCORES[i - 1]) / (SCORES[i] - SCORES[i - 1]);
                return SHARES[i - 1] + part * (SHARES[i] - SHARES[i - 1]);
            }
        }
        return 1;
    }
}
