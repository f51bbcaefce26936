package io.evenhand.review.agreement;

import java.util.List;
import java.util.Random;

/** Agreement beyond chance, of counts by what machine (row) and person (column) gave. */
final class Kappa {

    private static final int RESAMPLES = 1000;

    /** Of a two-sided interval of 95 %. */
    private static final double TAIL = 0.025;

    /** So that a page shows the same interval each time. */
    private static final long SEED = 20_260_101;

    private Kappa() {}

    /** Share of all counts on the diagonal, 0 to 1. */
    static double raw(int[][] counts) {
        double same = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                all += counts[i][j];
                same += i == j ? counts[i][j] : 0;
            }
        }
        return same / all;
    }

    /** Cohen's kappa (1960): every difference weighs the same. */
    static double plain(int[][] counts) {
        return weighted(counts, false);
    }

    /** Quadratic weighted kappa (Cohen, 1968): a difference weighs by its square. */
    static double quadratic(int[][] counts) {
        return weighted(counts, true);
    }

    /** Not a number where both gave the same one label only: then there is nothing to agree on. */
    private static double weighted(int[][] counts, boolean squared) {
        int n = counts.length;
        double[] rows = new double[n];
        double[] columns = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                all += counts[i][j];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double weight = squared ? (double) (i - j) * (i - j) : i == j ? 0 : 1;
                observed += weight * counts[i][j];
                expected += weight * rows[i] * columns[j] / all;
            }
        }
        return expected == 0 ? Double.NaN : 1 - observed / expected;
    }

    /** Shares cut into equal steps, counted. */
    static int[][] steps(List<Reviews.Pair> pairs, int steps) {
        int[][] counts = new int[steps + 1][steps + 1];
        pairs.forEach(pair -> counts[step(pair.machine(), steps)][step(pair.human(), steps)]++);
        return counts;
    }

    /** Of the quadratic one, by resampling reviews (Efron, 1979). */
    static Interval interval(List<Reviews.Pair> pairs, int steps) {
        Random random = new Random(SEED);
        double[] found =
                java.util.stream.IntStream.range(0, RESAMPLES)
                        .mapToDouble(ignored -> quadratic(resampled(pairs, steps, random)))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return found.length == 0
                ? new Interval(Double.NaN, Double.NaN)
                : new Interval(
                        found[(int) (TAIL * found.length)],
                        found[(int) ((1 - TAIL) * (found.length - 1))]);
    }

    private static int[][] resampled(List<Reviews.Pair> pairs, int steps, Random random) {
        int[][] counts = new int[steps + 1][steps + 1];
        for (int i = 0; i < pairs.size(); i++) {
            Reviews.Pair pair = pairs.get(random.nextInt(pairs.size()));
            counts[step(pair.machine(), steps)][step(pair.human(), steps)]++;
        }
        return counts;
    }

    private static int step(double share, int steps) {
        return (int) Math.round(Math.clamp(share, 0, 1) * steps);
    }

    /** Where a number lies with 95 % confidence. */
    record Interval(double low, double high) {}
}
