package io.evenhand.semantic.scoring;

/**
 * Turns a score into a share of the points: a little more than the score in the middle, bent
 * towards the ends of the scale, so that what lies beyond them keeps its order.
 *
 * <p>More in the middle, since sets that know only right and wrong call half-right answers wrong
 * (SAF and Beetle's labels of partly right answers lie .09 above the mean of all sets). Less below:
 * half of the answers to other questions of the same set score .28 to .40. A score of 1.3, which
 * only answers in the key's own words reach, leads to 1.
 */
public final class Share {

    private static final double[] SCORES = {.12, .3, .45, .65, .8, 1.3};
    private static final double[] SHARES = {0, .17, .45, .7, .83, 1};

    private Share() {}

    /** 0 to 1, rising with the score. */
    public static double of(double score) {
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
