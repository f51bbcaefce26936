package io.evenhand.semantic.scoring;

import java.util.List;

/**
 * Turns an item score into the share of a criterion's points: the chance that people count the
 * criterion as met, a logistic curve.
 *
 * @param middle item score from which met is likelier than not
 * @param slope item score by which the odds grow e-fold
 */
public record ItemCurve(double middle, double slope) {

    private static final int STEPS = 50;

    /** People's labels of a data set with the item scores. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Labels(double[] scores, double[] human) {}

    /** 0 to 1. */
    public double share(double itemScore) {
        return 1 / (1 + Math.exp((middle - itemScore) / slope));
    }

    /** The likeliest curve for the labels, every data set weighing the same; Newton's method. */
    public static ItemCurve fit(List<Labels> sets) {
        double level = 0;
        double steepness = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] sums = new double[5];
            for (Labels set : sets) {
                add(set, level, steepness, sums);
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            level += (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            steepness += (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
        }
        return new ItemCurve(Rounded.of(-level / steepness), Rounded.of(1 / steepness));
    }

    private static void add(Labels set, double level, double steepness, double[] sums) {
        double weight = 1.0 / set.scores().length;
        for (int i = 0; i < set.scores().length; i++) {
            double score = set.scores()[i];
            double chance = 1 / (1 + Math.exp(-level - steepness * score));
            double error = weight * (set.human()[i] - chance);
            double spread = weight * chance * (1 - chance);
            sums[0] += error;
            sums[1] += error * score;
            sums[2] += spread;
            sums[3] += spread * score;
            sums[4] += spread * score * score;
        }
    }
}
