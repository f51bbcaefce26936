package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.util.Arrays;

/**
 * A text without the differences that do not matter in a quote: case, runs of white space, and the
 * typographic forms of quotation marks and dashes.
 *
 * @param origins for each code unit of the folded text, where it stands in the original
 */
record Folded(String text, int[] origins, int originalLength) {

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length()];
        for (int i = 0; i < original.length(); i++) {
            char folded = fold(original.charAt(i));
            boolean again =
                    folded == ' ' && (text.isEmpty() || text.charAt(text.length() - 1) == ' ');
            if (!again) {
                origins[text.length()] = i;
                text.append(folded);
            }
        }
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == ' ') {
            text.setLength(length - 1);
        }
        return new Folded(
                text.toString(), Arrays.copyOf(origins, text.length()), original.length());
    }

    /**
     * The stretch of the original that a stretch of the folded text, not an empty one, came from.
     */
    Span original(Span inFolded) {
        return new Span(origins[inFolded.start()], origins[inFolded.end() - 1] + 1);
    }

    private static char fold(char c) {
        return switch (c) {
            case '‘', '’', '‚', '‛', '`', '´' -> '\'';
            case '“', '”', '„', '‟', '«', '»' -> '"';
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            default ->
                    Character.isWhitespace(c) || Character.isSpaceChar(c)
                            ? ' '
                            : Character.toLowerCase(c);
        };
    }
}
