package io.evenhand.semantic.features;

import io.evenhand.semantic.alignment.Alignment;
import io.evenhand.semantic.alignment.Pairing;
import java.util.List;

/**
 * How much the texts hold, and where the answer's content comes from. Those named mass are
 * logarithms of about the number of rare words, the others shares from 0 to 1.
 */
final class ContentFeatures {

    static final List<String> NAMES =
            List.of(
                    "answer_mass",
                    "key_found_mass",
                    "question_found",
                    "nearer_to_key",
                    "key_q50",
                    "key_rare");

    private ContentFeatures() {}

    static double[] of(Pairing pairing) {
        Alignment key = pairing.keyFound();
        Alignment answer = pairing.answerFound();
        return new double[] {
            Math.log1p(answer.mass()),
            Math.log1p(key.mass() * key.coverage()),
            pairing.questionFound().coverageOfAll(),
            nearerToKey(answer),
            key.quantile(.5),
            key.rareCoverage()
        };
    }

    /** The part of the answer whose pieces are nearer to the key than to the question. */
    private static double nearerToKey(Alignment answer) {
        double nearer = 0;
        double all = 0;
        for (int i = 0; i < answer.weights().length; i++) {
            double weight = answer.weights()[i];
            boolean isNearer = answer.news()[i] > weight * (1 - answer.found()[i]);
            nearer += isNearer ? weight : 0;
            all += weight;
        }
        return all > 0 ? nearer / all : 0;
    }
}
