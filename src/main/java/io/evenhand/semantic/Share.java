package io.evenhand.semantic;

/**
 * Turns coverage into the share of points that people would give.
 *
 * <p>A logistic curve, stretched so that nothing found is 0 and all found is 1. Its middle falls as
 * the key grows, since nobody repeats a long model answer whole. The three constants are least
 * squares, every set weighing the same, on answers graded by people (SciEntsBank, Beetle, SAF
 * English, Khan) and on answers held against other questions' keys, which count as 0; the neural
 * networks and physics sets were not used. A one-sentence key earns about .2 at coverage .3 and .75
 * at .7, a page about .35 and .85.
 */
final class Share {

    private static final double MIDDLE = .63;
    private static final double MIDDLE_BY_SIZE = .07;
    private static final double SLOPE = .18;

    /** Never lower, so that even against the longest key a little likeness earns little. */
    private static final double LOWEST_MIDDLE = .15;

    private Share() {}

    /**
     * @param coverage how much of the key was found, 0 to 1
     * @param mass how much there was to be found, see {@link Alignment#mass}
     * @return 0 to 1, rising with coverage
     */
    static double of(double coverage, double mass) {
        double middle = Math.max(LOWEST_MIDDLE, MIDDLE - MIDDLE_BY_SIZE * Math.log1p(mass));
        double none = logistic(-middle);
        double all = logistic(1 - middle);
        return Math.clamp((logistic(coverage - middle) - none) / (all - none), 0, 1);
    }

    private static double logistic(double fromMiddle) {
        return 1 / (1 + Math.exp(-fromMiddle / SLOPE));
    }
}
