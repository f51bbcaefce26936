package io.evenhand.semantic.learning;

import java.util.Map;

/**
 * What is compared of two answers to one question.
 *
 * @param meaning the pooled vector, of length 1; all zero for a text without words
 * @param stems the stems of its words with their weights, of length 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Traits(float[] meaning, Map<String, Double> stems) {

    public Traits {
        stems = Map.copyOf(stems);
    }

    /** How alike the two are in meaning, -1 to 1. */
    double meaningCosine(Traits other) {
        double sum = 0;
        for (int i = 0; i < meaning.length; i++) {
            sum += meaning[i] * other.meaning[i];
        }
        return sum;
    }

    /** How alike the two are in their words, 0 to 1. */
    double wordCosine(Traits other) {
        return stems.entrySet().stream()
                .mapToDouble(e -> e.getValue() * other.stems.getOrDefault(e.getKey(), 0.0))
                .sum();
    }
}
