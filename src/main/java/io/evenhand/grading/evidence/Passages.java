package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.util.Optional;

/**
 * A text prepared for looking passages up in it, from the strictest way of looking to the mildest.
 */
final class Passages {

    /** A shorter quote must be whole words, or "a" would be found in anything. */
    private static final int SHORT = 4;

    private final String text;
    private final Folded folded;
    private final Approximate approximate;

    Passages(String text) {
        this.text = text;
        this.folded = Folded.of(text);
        this.approximate = new Approximate(folded.text());
    }

    /** Where the quote stands: exactly, or but for case and spacing, or but for a slip or two. */
    Optional<Span> find(String quote) {
        if (quote.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        Folded wanted = Folded.of(quote);
        return exact(text, quote)
                .or(() -> exact(folded.text(), wanted.text()).map(folded::original))
                .or(() -> approximate.find(wanted.text()).map(folded::original));
    }

    private static Optional<Span> exact(String text, String quote) {
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            Span span = new Span(at, at + quote.length());
            boolean stands =
                    quote.length() < SHORT ? Words.isWhole(text, span) : Words.isUncut(text, span);
            if (stands) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }
}
