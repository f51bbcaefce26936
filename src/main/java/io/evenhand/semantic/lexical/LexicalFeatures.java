package io.evenhand.semantic.lexical;

import java.util.List;
import java.util.stream.DoubleStream;

/** All that words alone tell of an answer. */
public final class LexicalFeatures {

    private static final List<Family> FAMILIES =
            List.of(
                    new Overlap(),
                    new Grams(),
                    new Ranking(),
                    new Order(),
                    new Novelty(),
                    new Lengths(),
                    new Contradictions(),
                    new Emptiness());

    public static final List<String> NAMES =
            FAMILIES.stream().flatMap(family -> family.names().stream()).toList();

    private LexicalFeatures() {}

    /** Values in the order of the names. */
    public static double[] of(Trio texts) {
        return FAMILIES.stream().flatMapToDouble(f -> DoubleStream.of(f.of(texts))).toArray();
    }
}
