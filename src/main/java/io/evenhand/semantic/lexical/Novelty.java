package io.evenhand.semantic.lexical;

import java.util.List;

/**
 * Where the answer's stems come from, by weight: the question, or neither question nor key; and how
 * much of the question it repeats. All 0 to 1.
 */
final class Novelty implements Family {

    @Override
    public List<String> names() {
        return List.of("copied_from_question", "new_words", "question_repeated");
    }

    @Override
    public double[] of(Trio texts) {
        return new double[] {
            Overlap.share(texts.answer(), texts.question()::has, stem -> true),
            Overlap.share(
                    texts.answer(),
                    stem -> !texts.question().has(stem) && !texts.key().has(stem),
                    stem -> true),
            Overlap.share(texts.question(), texts.answer()::has, stem -> true)
        };
    }
}
