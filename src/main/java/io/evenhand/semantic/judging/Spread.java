package io.evenhand.semantic.judging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a score over criteria, so that they add up to it and keep their order: the odds of all
 * their shares are multiplied by the same factor.
 */
final class Spread {

    /** Of a share's odds, as a power of e; shares of 0 and 1 are kept from being immovable. */
    private static final double MOST = 40;

    private static final double NEAREST_END = 1e-6;

    private static final int HALVINGS = 60;

    /** Decimals of points. */
    private static final int DECIMALS = 2;

    private Spread() {}

    /**
     * Shares of the criteria whose points, to the hundredth, add up to the total's.
     *
     * @param total share of all points, 0 to 1
     * @param shares of the criteria, 0 to 1 each
     * @param points of the criteria, above 0 each
     */
    static double[] over(double total, double[] shares, List<BigDecimal> points) {
        double all = points.stream().mapToDouble(BigDecimal::doubleValue).sum();
        double low = -MOST;
        double high = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(shifted(shares, middle), points) < total * all) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return rounded(shifted(shares, (low + high) / 2), points);
    }

    private static double[] shifted(double[] shares, double by) {
        double[] result = new double[shares.length];
        for (int i = 0; i < result.length; i++) {
            double share = Math.clamp(shares[i], NEAREST_END, 1 - NEAREST_END);
            result[i] = 1 / (1 + (1 - share) / share * Math.exp(-by));
        }
        return result;
    }

    private static double sum(double[] shares, List<BigDecimal> points) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * points.get(i).doubleValue();
        }
        return sum;
    }

    /** What rounding takes from one criterion the next one gets. */
    private static double[] rounded(double[] shares, List<BigDecimal> points) {
        double[] result = new double[shares.length];
        double exact = 0;
        List<BigDecimal> given = new ArrayList<>();
        for (int i = 0; i < result.length; i++) {
            exact += shares[i] * points.get(i).doubleValue();
            BigDecimal before = given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal part =
                    BigDecimal.valueOf(exact)
                            .subtract(before)
                            .setScale(DECIMALS, RoundingMode.HALF_UP)
                            .max(BigDecimal.ZERO)
                            .min(points.get(i));
            given.add(part);
            result[i] = part.doubleValue() / points.get(i).doubleValue();
        }
        return result;
    }
}
