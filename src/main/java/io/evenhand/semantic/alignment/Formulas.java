package io.evenhand.semantic.alignment;

import io.evenhand.semantic.encoding.TokenVectors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes light of what stands between dollar signs: a model for words does not understand it. */
final class Formulas {

    /** Of a piece of a formula beside the same piece of prose, 0 to 1. */
    private static final double WEIGHT = .25;

    private static final Pattern FORMULA = Pattern.compile("\\$[^$]{1,400}\\$");

    private Formulas() {}

    static TokenVectors lighter(String text, TokenVectors pieces) {
        double[] weights = pieces.weights().clone();
        Matcher formula = FORMULA.matcher(text);
        while (formula.find()) {
            for (int i = 0; i < weights.length; i++) {
                int start = pieces.starts()[i];
                weights[i] *= start >= formula.start() && start < formula.end() ? WEIGHT : 1;
            }
        }
        return new TokenVectors(pieces.vectors(), weights, pieces.starts(), pieces.whole());
    }
}
