package io.evenhand.semantic.training;

import java.util.List;

/**
 * An answer that people graded.
 *
 * @param keys the model answers; empty where the data set has none
 * @param score people's score as a share of the maximum, 0 to 1
 * @param label what people called it, as the data set has it; empty where it has nothing
 * @param items the rubric's items with people's labels; empty where there are none
 */
record GradedAnswer(
        String id,
        String question,
        List<String> keys,
        String answer,
        double score,
        String label,
        List<Item> items) {

    /**
     * One item of a rubric.
     *
     * @param human the mean of the people's labels, 0 to 1
     */
    record Item(String text, double human) {}

    /**
     * What the fit aims at: the score, but half where right and wrong is all that the scores know
     * and a label says that a part was right.
     */
    double target() {
        return label.contains("partially_correct") ? .5 : score;
    }
}
