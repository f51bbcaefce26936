package io.evenhand.trust;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Measures of agreement between two graders of the same things. */
final class Agreement {

    private Agreement() {}

    /** Pearson's r, -1 to 1; not a number if either side never varies. */
    static double pearson(List<Pair> pairs) {
        double meanX = pairs.stream().mapToDouble(Pair::human).average().orElse(0);
        double meanY = pairs.stream().mapToDouble(Pair::machine).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (Pair pair : pairs) {
            double x = pair.human() - meanX;
            double y = pair.machine() - meanY;
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Mean absolute error, as a share of the full scale. */
    static double meanAbsoluteError(List<Pair> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> Math.abs(pair.human() - pair.machine()))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Quadratic weighted kappa (Cohen, 1968) of shares cut into equal steps; 1 is full agreement, 0
     * that of chance.
     *
     * @param steps the scale's highest step: 2 means 0, 1 and 2
     */
    static double quadraticWeightedKappa(List<Pair> pairs, int steps) {
        double observed = 0;
        double expected = 0;
        for (Pair one : pairs) {
            observed += squared(step(one.human(), steps), step(one.machine(), steps));
            for (Pair other : pairs) {
                expected += squared(step(one.human(), steps), step(other.machine(), steps));
            }
        }
        return 1 - observed * pairs.size() / expected;
    }

    /**
     * The chance that a thing that people gave scores higher than one that they did not: area under
     * the ROC curve by ranks (Mann and Whitney, 1947), 0.5 for guessing.
     */
    static double areaUnderCurve(List<Pair> pairs) {
        List<Pair> sorted =
                pairs.stream().sorted(Comparator.comparingDouble(Pair::machine)).toList();
        double rankSum = 0;
        long positives = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = endOfTie(sorted, from);
            double rank = (from + 1 + to) / 2.0;
            long tied = sorted.subList(from, to).stream().filter(p -> p.human() > 0.5).count();
            rankSum += rank * tied;
            positives += tied;
            from = to;
        }
        long negatives = sorted.size() - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    private static int endOfTie(List<Pair> sorted, int from) {
        return IntStream.range(from, sorted.size())
                .filter(i -> sorted.get(i).machine() > sorted.get(from).machine())
                .findFirst()
                .orElse(sorted.size());
    }

    private static int step(double share, int steps) {
        return (int) Math.round(share * steps);
    }

    private static double squared(int one, int other) {
        return (double) (one - other) * (one - other);
    }

    /** What a person and a machine gave, each as a share of the maximum, 0 to 1. */
    record Pair(double human, double machine) {}
}
