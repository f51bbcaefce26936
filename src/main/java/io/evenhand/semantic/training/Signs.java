package io.evenhand.semantic.training;

import java.util.Set;

/** Which way a feature may move a score, where that is plain without any data. */
final class Signs {

    private static final Set<String> DOWN =
            Set.of(
                    "key_low",
                    "answer_low",
                    "new_words",
                    "copied_from_question",
                    "negation_differs",
                    "opposites",
                    "numbers_missing",
                    "numbers_other");

    private static final Set<String> EITHER =
            Set.of(
                    "length",
                    "length_ratio",
                    "mean_key_question",
                    "mean_question_answer",
                    "question_repeated",
                    "question_found");

    private Signs() {}

    /** 1: the more the better, -1: the more the worse, 0: either. */
    static int of(String feature) {
        if (EITHER.contains(feature)) {
            return 0;
        }
        return DOWN.contains(feature) ? -1 : 1;
    }
}
