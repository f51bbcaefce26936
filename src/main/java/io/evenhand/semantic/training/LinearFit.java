package io.evenhand.semantic.training;

/**
 * Least squares with a pull towards given weights, by coordinate descent: with few features that is
 * simpler than a decomposition, and it can keep signs.
 *
 * @param gram products of the features with each other, a mean over the answers
 * @param moments products of the features with the target
 * @param prior weights that the fit is pulled to
 * @param pull how strongly, beside a gram whose diagonal is about 1
 */
@SuppressWarnings("ArrayRecordComponent")
record LinearFit(double[][] gram, double[] moments, double[] prior, double pull) {

    /** Far more than are needed; a fixed number gives the same weights again. */
    private static final int ROUNDS = 300;

    interface Bound {
        double keep(int feature, double weight);
    }

    double[] free() {
        return descend((feature, weight) -> weight);
    }

    /**
     * @param signs by feature: 1, -1, or 0 for either
     */
    double[] signed(int[] signs) {
        return descend(
                (feature, weight) ->
                        signs[feature] == 0 || weight * signs[feature] > 0 ? weight : 0);
    }

    private double[] descend(Bound bound) {
        double[] weights = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < weights.length; j++) {
                double rest = moments[j] + pull * prior[j] + gram[j][j] * weights[j];
                for (int k = 0; k < weights.length; k++) {
                    rest -= gram[j][k] * weights[k];
                }
                weights[j] = bound.keep(j, rest / (gram[j][j] + pull));
            }
        }
        return weights;
    }
}
