package io.evenhand.semantic.lexical;

import java.util.List;

/** How long the answer is, and how long beside the key; logarithms of words. */
final class Lengths implements Family {

    @Override
    public List<String> names() {
        return List.of("length_ratio", "shorter_than_key", "length");
    }

    @Override
    public double[] of(Trio texts) {
        double answer = Math.log1p(texts.answer().content().size());
        double ratio = answer - Math.log1p(texts.key().content().size());
        return new double[] {ratio, Math.min(0, ratio), answer};
    }
}
