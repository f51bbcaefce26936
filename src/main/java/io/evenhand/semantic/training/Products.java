package io.evenhand.semantic.training;

import java.util.Arrays;

/** Sums of what features have in common with each other and with the target of a fit. */
final class Products {

    private final double[][] gram;
    private final double[] moments;

    Products(int features) {
        this.gram = new double[features][features];
        this.moments = new double[features];
    }

    void add(double[] features, double target, double weight) {
        for (int i = 0; i < features.length; i++) {
            moments[i] += weight * features[i] * target;
            for (int j = 0; j < features.length; j++) {
                gram[i][j] += weight * features[i] * features[j];
            }
        }
    }

    /** The weights of some features alone if all have the same: least squares of their sum. */
    double[] alike(int[] features) {
        double product = Arrays.stream(features).mapToDouble(i -> moments[i]).sum();
        double square =
                Arrays.stream(features)
                        .mapToDouble(
                                i -> Arrays.stream(features).mapToDouble(j -> gram[i][j]).sum())
                        .sum();
        double[] weights = new double[moments.length];
        for (int i : features) {
            weights[i] = product / square;
        }
        return weights;
    }

    LinearFit fit(double[] prior, double pull) {
        return new LinearFit(gram, moments, prior, pull);
    }
}
