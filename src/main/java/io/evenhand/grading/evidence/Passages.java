package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.util.Optional;

/**
 * A text prepared for looking passages up in it, from the strictest way of looking to the mildest.
 */
final class Passages {

    /** A quote as short as this must be whole words, or "a" would be found in anything. */
    private static final int SHORT = 4;

    private final String text;
    private final Folded folded;

    Passages(String text) {
        this.text = text;
        this.folded = Folded.of(text);
    }

    /** Where the quote stands: exactly, or but for case and spacing, or but for a slip or two. */
    Optional<Span> find(String quote) {
        if (quote.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        Folded wanted = Folded.of(quote);
        return exact(text, quote)
                .or(() -> exact(folded.text(), wanted.text()).map(folded::original))
                .or(() -> Approximate.find(folded.text(), wanted.text()).map(folded::original));
    }

    private static Optional<Span> exact(String text, String quote) {
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            Span span = new Span(at, at + quote.length());
            if (quote.length() >= SHORT || isWhole(text, span)) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(String text, Span span) {
        return !joins(text, span.start()) && !joins(text, span.end());
    }

    /** Whether the characters on both sides of a place belong to one word of an alphabet. */
    private static boolean joins(String text, int place) {
        return place > 0
                && place < text.length()
                && isAlphabetic(text.charAt(place - 1))
                && isAlphabetic(text.charAt(place));
    }

    private static boolean isAlphabetic(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }
}
