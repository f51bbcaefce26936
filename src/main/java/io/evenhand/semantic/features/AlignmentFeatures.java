package io.evenhand.semantic.features;

import io.evenhand.semantic.alignment.Alignment;
import io.evenhand.semantic.alignment.Pairing;
import java.util.List;

/**
 * Measures of the token alignment, from the key's side and from the answer's; all 0 to 1.
 *
 * <p>{@code key_new} is {@code t_RQ}, {@code key_all} is {@code t_R}.
 */
final class AlignmentFeatures {

    static final List<String> NAMES =
            List.of(
                    "key_new",
                    "key_all",
                    "key_q10",
                    "key_q25",
                    "key_high",
                    "key_low",
                    "key_sharp",
                    "answer_new",
                    "answer_all",
                    "answer_q10",
                    "answer_q25",
                    "answer_high",
                    "answer_low",
                    "answer_sharp",
                    "f1_new",
                    "f1_all");

    /** Cosines from which a piece counts as said, and below which as not said. */
    private static final double HIGH = .65;

    private static final double LOW = .4;

    private AlignmentFeatures() {}

    static double[] of(Pairing pairing) {
        double[] key = side(pairing.keyFound());
        double[] answer = side(pairing.answerFound());
        double[] values = new double[2 * key.length + 2];
        System.arraycopy(key, 0, values, 0, key.length);
        System.arraycopy(answer, 0, values, key.length, answer.length);
        values[2 * key.length] = f1(key[0], answer[0]);
        values[2 * key.length + 1] = f1(key[1], answer[1]);
        return values;
    }

    private static double[] side(Alignment alignment) {
        return new double[] {
            alignment.coverage(),
            alignment.coverageOfAll(),
            alignment.quantile(.1),
            alignment.quantile(.25),
            alignment.share(cosine -> cosine > HIGH),
            alignment.share(cosine -> cosine < LOW),
            alignment.sharpCoverage()
        };
    }

    private static double f1(double one, double other) {
        return one + other > 0 ? 2 * one * other / (one + other) : 0;
    }
}
