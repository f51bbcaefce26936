package io.evenhand.semantic.training;

import io.evenhand.semantic.features.Features;
import io.evenhand.semantic.scoring.Head;
import io.evenhand.semantic.scoring.Measure;
import io.evenhand.semantic.scoring.Rounded;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Trains a head: the mean of a ridge fit and a sign-constrained one on targets that are centred by
 * data set, since how strictly people grade says nothing about answers.
 *
 * <p>Every data set weighs the same. Both fits are pulled not to zero but to a plain head of three
 * features, which holds on questions that nobody has seen; leaving out data sets showed that this
 * is what keeps a fit from learning a data set instead of the task.
 */
final class HeadFit {

    /** The plain head: what of the key is found, by meaning, both ways, and by letters. */
    private static final List<String> PLAIN = List.of("key_new", "f1_new", "letters_recall_new");

    /** Chosen among .03 to 3 by leaving data sets out; .3 to 2 come to much the same. */
    private static final double PULL = 1;

    /** What is left of the difference of two data sets in a feature; 0 to 1. */
    private static final double BETWEEN = .5;

    /** Targets of all sets are scaled to this deviation, that of a set of right and wrong. */
    private static final double DEVIATION = .4;

    private final List<SampleSet> sets;
    private final double[] mean;
    private final double[] deviation;

    private HeadFit(List<SampleSet> sets) {
        this.sets = sets;
        this.mean = weighted(i -> sample -> sample.nearest()[i]);
        this.deviation = weighted(i -> sample -> Math.pow(sample.nearest()[i] - mean[i], 2));
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = deviation[i] > 1e-12 ? Math.sqrt(deviation[i]) : 1;
        }
    }

    static Head of(List<SampleSet> sets) {
        return new HeadFit(sets).head();
    }

    private interface Value {
        double of(Sample sample);
    }

    private Head head() {
        double[] centre = weighted(i -> sample -> standardised(sample, i));
        Products products = new Products(mean.length);
        for (SampleSet set : sets) {
            add(set, centre, products);
        }
        int[] plain = PLAIN.stream().mapToInt(Features.NAMES::indexOf).toArray();
        LinearFit fit = products.fit(products.alike(plain), PULL);
        double[] free = fit.free();
        double[] signed = fit.signed(Features.NAMES.stream().mapToInt(Signs::of).toArray());
        return levelled(
                IntStream.range(0, free.length)
                        .mapToDouble(i -> (free[i] + signed[i]) / 2)
                        .toArray());
    }

    private void add(SampleSet set, double[] centre, Products products) {
        List<Sample> samples = set.telling();
        double[] own = new double[centre.length];
        for (int i = 0; i < own.length; i++) {
            int feature = i;
            own[i] = mean(samples, sample -> standardised(sample, feature));
            own[i] += BETWEEN * (centre[i] - own[i]);
        }
        double level = mean(samples, sample -> sample.graded().target());
        double variance = mean(samples, s -> Math.pow(s.graded().target() - level, 2));
        double weight = 1.0 / sets.size() / samples.size();
        for (Sample sample : samples) {
            double[] z = new double[own.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = standardised(sample, i) - own[i];
            }
            double target = sample.graded().target() - level;
            products.add(z, target * DEVIATION / Math.sqrt(variance), weight);
        }
    }

    /** So that scores are on average what people gave. */
    private Head levelled(double[] weights) {
        List<Measure> measures =
                IntStream.range(0, weights.length)
                        .mapToObj(
                                i ->
                                        Rounded.measure(
                                                Features.NAMES.get(i),
                                                mean[i],
                                                deviation[i],
                                                weights[i]))
                        .toList();
        Head flat = new Head(0, measures);
        return flat.raised(
                Rounded.of(
                        sets.stream()
                                .mapToDouble(set -> set.meanError(flat))
                                .average()
                                .orElseThrow()));
    }

    private double standardised(Sample sample, int feature) {
        return Math.clamp(
                (sample.nearest()[feature] - mean[feature]) / deviation[feature],
                -Measure.MOST_DEVIATIONS,
                Measure.MOST_DEVIATIONS);
    }

    /** The mean over the data sets of their means, for every feature. */
    private double[] weighted(IntFunction<Value> values) {
        double[] means = new double[Features.NAMES.size()];
        for (SampleSet set : sets) {
            List<Sample> samples = set.telling();
            for (int i = 0; i < means.length; i++) {
                means[i] += mean(samples, values.apply(i)) / sets.size();
            }
        }
        return means;
    }

    private static double mean(List<Sample> samples, Value value) {
        return samples.stream().mapToDouble(value::of).average().orElseThrow();
    }
}
