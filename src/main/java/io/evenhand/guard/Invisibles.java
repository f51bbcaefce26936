package io.evenhand.guard;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;

/**
 * Takes out what nobody sees: controls, zero widths, bidi marks, tags, selectors, half characters.
 */
final class Invisibles {

    /**
     * Format and control characters but line ends, tabs and the Arabic number signs, which are
     * printed; what Unicode calls ignorable; lone surrogates, noncharacters, the object replacement
     * character.
     */
    private static final UnicodeSet INVISIBLE =
            new UnicodeSet(
                            "[[[:Cc:][:Cf:][:Cs:][:Default_Ignorable_Code_Point:]"
                                    + "[:Noncharacter_Code_Point:]\\uFFFC]"
                                    + "-[\\t\\n\\u000B\\f\\r\\u0085]"
                                    + "-[:Prepended_Concatenation_Mark:]]")
                    .freeze();

    /**
     * Unicode's Stream-Safe Text Format (UAX #15): no text needs more than 30 marks on a letter.
     */
    private static final int MOST_MARKS = 30;

    private Invisibles() {}

    static Traced removedFrom(Traced text) {
        TracedBuilder kept = new TracedBuilder(text);
        int marks = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.text().codePointAt(at);
            int next = at + Character.charCount(codePoint);
            marks = UCharacter.getCombiningClass(codePoint) == 0 ? 0 : marks + 1;
            if (marks <= MOST_MARKS && isKept(codePoint, kept.written(), text.text(), next)) {
                kept.copy(at, next);
            }
            at = next;
        }
        return kept.build();
    }

    private static boolean isKept(int codePoint, CharSequence before, String text, int next) {
        return !INVISIBLE.contains(codePoint)
                || Joiners.carriesMeaning(codePoint, before, new Lookahead(text, next, INVISIBLE));
    }
}
