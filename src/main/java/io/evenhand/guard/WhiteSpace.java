package io.evenhand.guard;

import com.ibm.icu.text.UnicodeSet;

/**
 * Makes white space plain: one space for a run of it, one or two line feeds where it has line ends.
 *
 * <p>A line that was set in stays set in by one space, which is what is left of the shape of code.
 */
final class WhiteSpace {

    /** Beside spaces and tabs the blanks that count as signs: Braille, hieroglyphs, music. */
    private static final UnicodeSet HORIZONTAL =
            new UnicodeSet("[[:Zs:]\\t\\u2800\\U00013441\\U00013442\\U0001D159]").freeze();

    private static final UnicodeSet LINE_END =
            new UnicodeSet("[\\n\\u000B\\f\\r\\u0085\\u2028\\u2029]").freeze();

    private static final UnicodeSet ANY = new UnicodeSet(HORIZONTAL).addAll(LINE_END).freeze();

    private WhiteSpace() {}

    static Traced plainIn(Traced text) {
        TracedBuilder plain = new TracedBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int blank = ANY.span(text.text(), at, UnicodeSet.SpanCondition.NOT_CONTAINED);
            plain.copy(at, blank);
            at = ANY.span(text.text(), blank, UnicodeSet.SpanCondition.SIMPLE);
            if (at > blank) {
                plain.replace(blank, at, plain(text.text().substring(blank, at)));
            }
        }
        return plain.build();
    }

    private static String plain(String run) {
        int lines = 0;
        boolean setIn = false;
        for (int at = 0; at < run.length(); at += Character.charCount(run.codePointAt(at))) {
            boolean lineEnd = LINE_END.contains(run.codePointAt(at));
            boolean halfOfCrLf = run.charAt(at) == '\n' && at > 0 && run.charAt(at - 1) == '\r';
            lines += lineEnd && !halfOfCrLf ? 1 : 0;
            setIn = !lineEnd;
        }
        return "\n".repeat(Math.min(lines, 2)) + (setIn ? " " : "");
    }
}
