package io.evenhand.guard;

import com.ibm.icu.text.UnicodeSet;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Masks the words that a judge must not see, in any case, as whole words only. */
final class Redaction {

    static final String MASK = "[redacted]";

    private static final UnicodeSet WORD = new UnicodeSet("[[:L:][:M:][:N:]]").freeze();
    private static final UnicodeSet CLINGS = new UnicodeSet("[[:M:][:Grapheme_Extend:]]").freeze();

    /** Scripts that put no space between words, or write particles straight after a name. */
    private static final UnicodeSet UNSPACED =
            new UnicodeSet(
                            "[[:Han:][:Hiragana:][:Katakana:][:Bopomofo:][:Hangul:][:Thai:][:Lao:]"
                                    + "[:Khmer:][:Myanmar:][:Tibetan:]]")
                    .freeze();

    private Redaction() {}

    /**
     * Overlapping words are masked as one; {@code words} are in the same plain form as the text.
     */
    static Traced masked(Traced text, List<String> words) {
        BitSet secret = new BitSet(text.length());
        for (String word : words) {
            mark(text.text(), pattern(word), secret);
        }
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

    private static Pattern pattern(String word) {
        String flexible =
                Stream.of(word.strip().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s++"));
        return Pattern.compile(flexible, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void mark(String text, Pattern pattern, BitSet secret) {
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            if (isWhole(text, matcher.start(), matcher.end())
                    && !touchesMask(text, matcher.start(), matcher.end())) {
                secret.set(matcher.start(), matcher.end());
            }
            from = matcher.start() + 1;
        }
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

    /** A word such as "redacted" must not be masked within a mask, again and again. */
    private static boolean touchesMask(String text, int start, int end) {
        int mask = text.indexOf(MASK, Math.max(0, start - MASK.length() + 1));
        return mask >= 0 && mask < end;
    }
}
