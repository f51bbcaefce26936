package io.evenhand.trust;

import java.util.List;

/**
 * An answer that people graded.
 *
 * @param modelAnswers empty where the data set has none
 * @param score 0 to {@code maxScore}
 * @param items the rubric's items with people's labels; empty where there are none
 */
record GoldAnswer(
        String id,
        String questionId,
        String question,
        List<String> modelAnswers,
        String answer,
        double score,
        double maxScore,
        List<Item> items) {

    /** The people's score as a share of the maximum, 0 to 1. */
    double share() {
        return score / maxScore;
    }

    /**
     * One item of a rubric.
     *
     * @param human the mean of the people's labels, 0 to 1
     */
    record Item(String id, String text, double points, double human) {}
}
