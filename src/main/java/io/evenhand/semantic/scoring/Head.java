package io.evenhand.semantic.scoring;

import java.util.List;

/**
 * A linear score of features.
 *
 * @param level score of an answer that is average in all features
 * @param measures one for each feature, in the features' order
 */
public record Head(double level, List<Measure> measures) {

    public Head {
        measures = List.copyOf(measures);
    }

    public Head raised(double by) {
        return new Head(level + by, measures);
    }

    /** About 0 for a bad answer and 1 for a good one, but not bound to that. */
    public double score(double[] features) {
        double sum = level;
        for (int i = 0; i < features.length; i++) {
            sum += measures.get(i).of(features[i]);
        }
        return sum;
    }
}
