package io.evenhand.semantic.lexical;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Stems that key and answer share, by weight: of all, and of those the question does not have.
 * Recall is the key's part that the answer has, precision the answer's part that the key has; all 0
 * to 1.
 */
final class Overlap implements Family {

    @Override
    public List<String> names() {
        return List.of(
                "word_recall",
                "word_recall_new",
                "word_precision",
                "word_precision_new",
                "word_f1",
                "word_f1_new",
                "word_recall_typos");
    }

    @Override
    public double[] of(Trio texts) {
        Predicate<String> isNew = stem -> !texts.question().has(stem);
        double recall = share(texts.key(), texts.answer()::has, stem -> true);
        double recallNew = share(texts.key(), texts.answer()::has, isNew);
        double precision = share(texts.answer(), texts.key()::has, stem -> true);
        double precisionNew = share(texts.answer(), texts.key()::has, isNew);
        return new double[] {
            recall,
            recallNew,
            precision,
            precisionNew,
            f1(recall, precision),
            f1(recallNew, precisionNew),
            share(texts.key(), stem -> Spelling.isIn(texts.answer(), stem), isNew)
        };
    }

    /** The weight of the text's stems that are found, of all that count. */
    static double share(Wording text, Predicate<String> found, Predicate<String> counts) {
        double all = 0;
        double shared = 0;
        for (Map.Entry<String, Double> stem : text.weights().entrySet()) {
            if (counts.test(stem.getKey())) {
                all += stem.getValue();
                shared += found.test(stem.getKey()) ? stem.getValue() : 0;
            }
        }
        return all > 0 ? shared / all : 0;
    }

    static double f1(double recall, double precision) {
        return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
    }
}
