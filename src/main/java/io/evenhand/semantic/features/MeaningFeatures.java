package io.evenhand.semantic.features;

import io.evenhand.semantic.alignment.Pairing;
import io.evenhand.semantic.encoding.Windows;
import java.util.List;

/** Cosines of whole texts, -1 to 1. */
final class MeaningFeatures {

    static final List<String> NAMES =
            List.of(
                    "mean_key_answer",
                    "mean_question_answer",
                    "mean_key_question",
                    "mean_beyond_question");

    private MeaningFeatures() {}

    static double[] of(Pairing pairing) {
        float[] question = pairing.question().mean();
        float[] key = pairing.key().mean();
        float[] answer = pairing.answer().mean();
        return new double[] {
            dot(key, answer),
            dot(question, answer),
            dot(key, question),
            dot(
                    Windows.normalised(beyond(key, question)),
                    Windows.normalised(beyond(answer, question)))
        };
    }

    /** What of the vector does not lie in the question's direction. */
    private static float[] beyond(float[] vector, float[] question) {
        double along = dot(vector, question);
        float[] rest = vector.clone();
        for (int d = 0; d < Math.min(rest.length, question.length); d++) {
            rest[d] -= (float) (along * question[d]);
        }
        return rest;
    }

    /** 0 if one of the texts is empty. */
    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < Math.min(one.length, other.length); d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
