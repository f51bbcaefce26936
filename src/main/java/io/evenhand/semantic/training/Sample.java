package io.evenhand.semantic.training;

import io.evenhand.semantic.scoring.Doubt;
import io.evenhand.semantic.scoring.Head;
import io.evenhand.semantic.scoring.ItemScore;
import java.util.List;

/**
 * A graded answer with its features.
 *
 * @param features one array for each model answer
 * @param itemScores one for each item of its rubric, see {@link ItemScore}
 * @param empty whether the answer says nothing
 * @param doubt how much wider its interval is, see {@link Doubt}
 */
record Sample(
        GradedAnswer graded,
        List<double[]> features,
        List<Double> itemScores,
        boolean empty,
        double doubt) {

    Sample {
        features = List.copyOf(features);
        itemScores = List.copyOf(itemScores);
    }

    /** The model answer that counts: the one by which the answer is best. */
    double best(Head head) {
        return empty ? 0 : features.stream().mapToDouble(head::score).max().orElse(0);
    }

    /** The features beside the model answer of which the answer says most, before any fit. */
    double[] nearest() {
        return features.stream()
                .max((one, other) -> Double.compare(one[0], other[0]))
                .orElseThrow();
    }
}
