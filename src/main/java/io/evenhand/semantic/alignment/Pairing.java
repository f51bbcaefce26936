package io.evenhand.semantic.alignment;

import io.evenhand.semantic.lexical.Trio;

/**
 * An answer beside one key: what of the key the answer says, and what of the answer the key says.
 *
 * @param keyFound the key's pieces, looked for in the answer
 * @param answerFound the answer's pieces, looked for in the key
 * @param questionFound the question's pieces, looked for in the answer
 */
public record Pairing(
        Text question,
        Text key,
        Text answer,
        Alignment keyFound,
        Alignment answerFound,
        Alignment questionFound) {

    /** The key's pieces, as far as more of them is found than an unrelated answer would hold. */
    public Alignment keyFoundBeyond(Chance chance) {
        return keyFound.beyond(chance, answer.pieces().size());
    }

    public Trio words() {
        return new Trio(question.words(), key.words(), answer.words());
    }
}
