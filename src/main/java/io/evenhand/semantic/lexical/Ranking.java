package io.evenhand.semantic.lexical;

import java.util.List;
import java.util.Map;

/**
 * BM25 of the answer for the key's stems that the question does not have, as a share of the highest
 * that is possible; 0 to 1. Repeating a stem helps less and less, and length costs.
 */
final class Ranking implements Family {

    /** The usual constants of BM25. */
    private static final double SATURATION = 1.2;

    private static final double LENGTH = .75;

    @Override
    public List<String> names() {
        return List.of("bm25");
    }

    @Override
    public double[] of(Trio texts) {
        List<String> answer = texts.answer().words().stream().map(Word::stem).toList();
        double usual = Math.max(1, texts.key().words().size());
        double penalty = SATURATION * (1 - LENGTH + LENGTH * answer.size() / usual);
        double sum = 0;
        double most = 0;
        for (Map.Entry<String, Double> stem : texts.key().weights().entrySet()) {
            if (!texts.question().has(stem.getKey())) {
                long times = answer.stream().filter(stem.getKey()::equals).count();
                sum += stem.getValue() * times * (SATURATION + 1) / (times + penalty);
                most += stem.getValue() * (SATURATION + 1);
            }
        }
        return new double[] {most > 0 ? sum / most : 0};
    }
}
