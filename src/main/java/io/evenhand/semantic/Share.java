package io.evenhand.semantic;

/**
 * Turns a score into a share of the points: nearly the score itself in the middle, bent towards the
 * ends of the scale, so that what lies beyond them keeps its order.
 *
 * <p>A score of 1.3, which only answers in the key's own words reach, leads to 1.
 */
final class Share {

    /**
     * What people with partial credit to give give above the level of all sets: those that know
     * only right and wrong call half-right answers wrong (SAF and Beetle's labels of partly right
     * answers lie .09 above the mean of all).
     */
    private static final double PARTIAL_CREDIT = .08;

    private static final double[] SCORES = {-.2, .1, .75, 1.4};
    private static final double[] SHARES = {0, .1, .75, 1};

    private Share() {}

    /** 0 to 1, rising with the score. */
    static double of(double unraised) {
        double score = unraised + PARTIAL_CREDIT;
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
