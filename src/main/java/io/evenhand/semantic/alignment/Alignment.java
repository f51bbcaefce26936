package io.evenhand.semantic.alignment;

import io.evenhand.guard.Span;
import io.evenhand.semantic.encoding.TokenVectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * How much of one text is found in another, with and without what the question already says.
 *
 * @param weights how much each piece says, 0 to 1
 * @param news how much of that the question does not say
 * @param found how well the other text says it, 0 to 1
 * @param where the piece of the other text that says it best
 */
@SuppressWarnings("ArrayRecordComponent")
public record Alignment(double[] weights, double[] news, double[] found, int[] where) {

    /** Below this nothing is left to be found: a key of punctuation, or the question itself. */
    private static final double NOTHING = 1e-6;

    /**
     * @param known what the question says of each piece, 0 to 1
     */
    static Alignment of(double[] weights, double[] known, double[] found, int[] where) {
        double[] news = new double[weights.length];
        for (int i = 0; i < news.length; i++) {
            news[i] = weights[i] * Math.clamp(1 - known[i], 0, 1);
        }
        return new Alignment(weights, news, found, where);
    }

    /**
     * What is found beyond chance. The nearest of many pieces is near to anything, so that without
     * this any long answer would be credited with a part of any key.
     *
     * @param pieces of the text that was searched
     */
    public Alignment beyond(Chance chance, int pieces) {
        double[] rest = new double[found.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = chance.beyond(found[i], i, pieces);
        }
        return new Alignment(weights, news, rest, where);
    }

    /** The part that concerns the pieces of the key which begin within the stretch. */
    public Alignment within(TokenVectors key, Span stretch) {
        double[] part = new double[news.length];
        double[] partWeights = new double[news.length];
        for (int i = 0; i < part.length; i++) {
            int start = key.starts()[i];
            boolean inside = start >= stretch.start() && start < stretch.end();
            part[i] = inside ? news[i] : 0;
            partWeights[i] = inside ? weights[i] : 0;
        }
        return new Alignment(partWeights, part, found, where);
    }

    /**
     * {@code t_RQ = sum_i w_i (1 - max_q cos(m_i, q)) max_j cos(m_i, a_j) / sum_i w_i (1 - max_q
     * cos(m_i, q))}, 0 to 1; 0 for a text that says nothing new.
     */
    public double coverage() {
        return mean(news, found);
    }

    /** {@code t_R}: the same without regard to the question, 0 to 1. */
    public double coverageOfAll() {
        return mean(weights, found);
    }

    /** As coverage, but rare words weigh still more, 0 to 1. */
    public double rareCoverage() {
        double[] rare = new double[news.length];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = news[i] * weights[i];
        }
        return mean(rare, found);
    }

    /** Cubed cosines count: what is said in the same words more than what is only near, 0 to 1. */
    public double sharpCoverage() {
        return mean(news, Arrays.stream(found).map(f -> f * f * f).toArray());
    }

    /** The part of what is new whose cosine fulfils the condition, 0 to 1. */
    public double share(DoublePredicate condition) {
        return mean(news, Arrays.stream(found).map(f -> condition.test(f) ? 1 : 0).toArray());
    }

    /** The cosine below which this part of the text lies, by weight; 0 for an empty text. */
    public double quantile(double part) {
        double[] by = saysNothing() ? weights : news;
        double left = part * Arrays.stream(by).sum();
        int[] order =
                IntStream.range(0, found.length)
                        .filter(i -> by[i] > 0)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> found[i]))
                        .mapToInt(i -> i)
                        .toArray();
        for (int i : order) {
            left -= by[i];
            if (left <= 0) {
                return found[i];
            }
        }
        return 0;
    }

    /** How much there is to be found: about the number of rare words that the question lacks. */
    public double mass() {
        return Arrays.stream(news).sum();
    }

    public boolean saysNothing() {
        return mass() < NOTHING;
    }

    private static double mean(double[] by, double[] values) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < by.length; i++) {
            sum += by[i] * values[i];
            all += by[i];
        }
        return all < NOTHING ? 0 : Math.min(1, sum / all);
    }
}
