package io.evenhand.guard;

import static com.ibm.icu.lang.UCharacter.hasBinaryProperty;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;

/**
 * Tells whether an invisible character shapes what stands around it: a joiner in an emoji or in a
 * script that needs it, a selector that makes a sign an emoji.
 *
 * <p>The rules for scripts are those of RFC 5892, appendix A: beside a virama, or between two
 * letters that connect.
 */
final class Joiners {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    private static final int KEYCAP = 0x20E3;

    private static final UnicodeSet PRESENTATION = frozen("[\\uFE0E\\uFE0F]");
    private static final UnicodeSet KEYCAP_BASE = frozen("[0-9#*]");
    private static final UnicodeSet EMOJI_BASE = frozen("[[:Emoji:]-[0-9#*]]");
    private static final UnicodeSet EMOJI_END =
            frozen("[[:Extended_Pictographic:][:Emoji_Modifier:]\\uFE0E\\uFE0F]");
    private static final UnicodeSet VIRAMA = frozen("[:ccc=Virama:]");
    private static final UnicodeSet MARK = frozen("[:M:]");
    private static final UnicodeSet TRANSPARENT = frozen("[:Joining_Type=Transparent:]");
    private static final UnicodeSet JOINS_ONWARD =
            frozen("[[:Joining_Type=Dual_Joining:][:Joining_Type=Left_Joining:]]");
    private static final UnicodeSet JOINS_BACK =
            frozen("[[:Joining_Type=Dual_Joining:][:Joining_Type=Right_Joining:]]");
    private static final UnicodeSet MONGOLIAN = frozen("[:Script=Mongolian:]");
    private static final UnicodeSet MONGOLIAN_SIGNS = frozen("[\\u180B-\\u180F]");

    private Joiners() {}

    /** Whether the invisible character carries meaning between what was kept and what follows. */
    static boolean carriesMeaning(int invisible, CharSequence before, Lookahead after) {
        int previous =
                before.isEmpty()
                        ? Lookahead.NONE
                        : Character.codePointBefore(before, before.length());
        if (PRESENTATION.contains(invisible)) {
            return EMOJI_BASE.contains(previous)
                    || (KEYCAP_BASE.contains(previous) && after.first() == KEYCAP);
        }
        if (invisible == ZWJ && EMOJI_END.contains(previous)) {
            return hasBinaryProperty(after.first(), UProperty.EXTENDED_PICTOGRAPHIC);
        }
        if (MONGOLIAN_SIGNS.contains(invisible)) {
            return MONGOLIAN.contains(previous) && UCharacter.isLetter(previous);
        }
        return (invisible == ZWJ || invisible == ZWNJ) && joinsLetters(before, after);
    }

    private static boolean joinsLetters(CharSequence before, Lookahead after) {
        return anyMarkBefore(before)
                || after.anyWhile(MARK, VIRAMA)
                || (JOINS_ONWARD.contains(lastBefore(before))
                        && JOINS_BACK.contains(after.firstNotIn(TRANSPARENT)));
    }

    private static boolean anyMarkBefore(CharSequence before) {
        int at = before.length();
        while (at > 0) {
            int mark = Character.codePointBefore(before, at);
            if (VIRAMA.contains(mark)) {
                return true;
            }
            if (!MARK.contains(mark)) {
                return false;
            }
            at -= Character.charCount(mark);
        }
        return false;
    }

    private static int lastBefore(CharSequence before) {
        int at = before.length();
        while (at > 0) {
            int letter = Character.codePointBefore(before, at);
            if (!TRANSPARENT.contains(letter)) {
                return letter;
            }
            at -= Character.charCount(letter);
        }
        return Lookahead.NONE;
    }

    private static UnicodeSet frozen(String pattern) {
        return new UnicodeSet(pattern).freeze();
    }
}
