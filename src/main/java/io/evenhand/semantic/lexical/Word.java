package io.evenhand.semantic.lexical;

/**
 * A word of a text.
 *
 * @param form as written, in lower case
 * @param stem without its ending
 * @param weight how much it says: 1, or .05 for function words
 */
public record Word(String form, String stem, double weight) {

    /** As a function word weighs in the token alignment. */
    static final double FUNCTION_WORD = .05;

    boolean isContent() {
        return weight > FUNCTION_WORD;
    }

    boolean isNumber() {
        return Character.isDigit(form.codePointAt(0));
    }
}
