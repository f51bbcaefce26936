package io.evenhand.guard.detect;

/**
 * A word, a number or a Chinese character of a reading.
 *
 * @param text folded
 * @param start in the reading, in UTF-16 units
 * @param end exclusive
 * @param opens whether a sentence, a line or a clause begins here
 * @param sentence its number, rising
 * @param quote number of the quotation that it stands in, 0 if in none
 */
record Token(String text, int start, int end, boolean opens, int sentence, int quote) {

    boolean isQuoted() {
        return quote > 0;
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }
}
