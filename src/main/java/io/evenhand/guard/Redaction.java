package io.evenhand.guard;

import com.ibm.icu.text.UnicodeSet;
import java.util.BitSet;
import java.util.List;

/**
 * Masks what a judge must not see: given words, in any case and as whole words only, and what tells
 * who the candidate is.
 */
final class Redaction {

    static final String MASK = "[redacted]";

    private static final UnicodeSet WORD = new UnicodeSet("[[:L:][:M:][:N:]]").freeze();
    private static final UnicodeSet CLINGS = new UnicodeSet("[[:M:][:Grapheme_Extend:]]").freeze();

    private static final UnicodeSet JOINERS = new UnicodeSet("[\\u200C\\u200D]").freeze();

    /** What means nothing behind a mask. */
    private static final UnicodeSet LEFT_OVER =
            new UnicodeSet("[[:M:][:Grapheme_Extend:]\\u200D]").freeze();

    /** Scripts that put no space between words, or write particles straight after a name. */
    private static final UnicodeSet UNSPACED =
            new UnicodeSet(
                            "[[:Han:][:Hiragana:][:Katakana:][:Bopomofo:][:Hangul:][:Thai:][:Lao:]"
                                    + "[:Khmer:][:Myanmar:][:Tibetan:]]")
                    .freeze();

    private Redaction() {}

    /** Looks at a text; each but the last found something to mask. */
    private static final int MOST_LOOKS = 10;

    /**
     * Overlapping words are masked as one; {@code words} are in the same plain form as the text. A
     * mask may bring a number nearer to the word that makes it a phone's, so it is looked again
     * until nothing is found.
     */
    static Traced masked(Traced text, List<String> words) {
        Traced seen = text;
        for (int look = 0; look < MOST_LOOKS; look++) {
            Traced masked = maskedOnce(seen, words);
            if (masked == seen) {
                break;
            }
            seen = masked;
        }
        return seen;
    }

    @SuppressWarnings("ReferenceEquality") // the very text tells that nothing was found
    private static Traced maskedOnce(Traced text, List<String> words) {
        BitSet secret = new BitSet(text.length());
        BitSet masks = masks(text.text());
        Caseless caseless = Caseless.of(text.text());
        for (String word : words) {
            mark(caseless, word, masks, secret);
        }
        PersonalData.in(text.text())
                .filter(span -> !touches(masks, span))
                .forEach(span -> mark(text.text(), span, secret));
        if (secret.isEmpty()) {
            return text;
        }
        TracedBuilder masked = new TracedBuilder(text);
        int at = 0;
        for (int from = secret.nextSetBit(0); from >= 0; from = secret.nextSetBit(at)) {
            masked.copy(at, from);
            at = secret.nextClearBit(from);
            masked.replace(from, at, MASK);
        }
        masked.copy(at, text.length());
        return masked.build();
    }

    private static void mark(Caseless text, String word, BitSet masks, BitSet secret) {
        text.occurrences(Caseless.of(word.strip()))
                .filter(span -> isWhole(text.original(), span.start(), span.end()))
                .filter(span -> !touches(masks, span))
                .forEach(span -> mark(text.original(), span, secret));
    }

    private static boolean isWhole(String text, int start, int end) {
        return isEdge(text, start) && isEdge(text, end);
    }

    private static boolean isEdge(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        boolean insideWord = WORD.contains(before) && WORD.contains(after);
        boolean unspaced = UNSPACED.contains(before) || UNSPACED.contains(after);
        return !CLINGS.contains(after) && (!insideWord || unspaced);
    }

    /** With the signs beside it that mean something only together with what they stand at. */
    private static void mark(String text, Span span, BitSet secret) {
        int start = span.start();
        while (start > 0 && JOINERS.contains(text.codePointBefore(start))) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && LEFT_OVER.contains(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        secret.set(start, end);
    }

    /** A word such as "redacted" must not be masked within a mask, again and again. */
    private static boolean touches(BitSet masks, Span span) {
        int mask = masks.nextSetBit(span.start());
        return mask >= 0 && mask < span.end();
    }

    private static BitSet masks(String text) {
        BitSet masks = new BitSet(text.length());
        for (int at = text.indexOf(MASK); at >= 0; at = text.indexOf(MASK, at + MASK.length())) {
            masks.set(at, at + MASK.length());
        }
        return masks;
    }
}
