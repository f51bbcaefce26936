package io.evenhand.guard.detect;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import io.evenhand.guard.Flag;
import java.util.stream.Stream;

/**
 * Finds characters that nobody sees where no script, emoji, word processor or PDF puts them.
 *
 * <p>Soft hyphens, byte order marks, joiners and a zero width space here and there are what pasted
 * text has. What is not: many of them within words of a script that needs none, runs of them, tags
 * other than a flag's, overridden direction where nothing is written from right to left.
 *
 * <p>Flags 0 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class HiddenCharacters implements Detector {

    private static final UnicodeSet ZERO_WIDTH =
            new UnicodeSet(
                            "[\\u200B-\\u200D\\u2060-\\u2064\\uFEFF\\u180E\\u034F\\u115F\\u1160\\u3164\\uFFA0]")
                    .freeze();

    private static final UnicodeSet SMUGGLER =
            new UnicodeSet("[\\U000E0000-\\U000E01EF\\uFE00-\\uFE0F]").addAll(ZERO_WIDTH).freeze();

    private static final UnicodeSet OVERRIDE = new UnicodeSet("[\\u202D\\u202E]").freeze();
    private static final UnicodeSet CONTROL = new UnicodeSet("[\\u0008\\u001B\\u007F]").freeze();

    /** Of Scotland's flag: six tags, with a selector after it. */
    private static final int LONGEST_RUN = 7;

    /** Zero widths within words from which they are no accident of pasting. */
    private static final int MANY_IN_WORDS = 4;

    @Override
    public Stream<Flag> look(Subject subject) {
        String text = subject.answer();
        return Stream.of(runs(text), inWords(text), turned(text)).flatMap(flags -> flags).limit(2);
    }

    private static Stream<Flag> runs(String text) {
        int length = 0;
        int start = 0;
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int codePoint = text.codePointAt(at);
            next = at + Character.charCount(codePoint);
            start = length == 0 ? at : start;
            length = SMUGGLER.contains(codePoint) ? length + 1 : 0;
            if (length > LONGEST_RUN) {
                return Stream.of(
                        flag("A run of characters that nobody sees stands here.", start, next));
            }
        }
        return Stream.empty();
    }

    private static Stream<Flag> inWords(String text) {
        int count = 0;
        int first = -1;
        int last = -1;
        for (int at = 1; at + 1 < text.length(); at++) {
            if (ZERO_WIDTH.contains(text.charAt(at))
                    && needsNone(text.codePointBefore(at))
                    && needsNone(text.codePointAt(at + 1))) {
                first = first < 0 ? at : first;
                last = at;
                count++;
            }
        }
        return count < MANY_IN_WORDS
                ? Stream.empty()
                : Stream.of(flag("Words are cut by characters that nobody sees.", first, last + 1));
    }

    private static Stream<Flag> turned(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(HiddenCharacters::runsLeft);
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (CONTROL.contains(sign) || (!rightToLeft && OVERRIDE.contains(sign))) {
                return Stream.of(
                        flag(
                                "A character that changes what is shown of the text stands here.",
                                at,
                                at + 1));
            }
        }
        return Stream.empty();
    }

    private static boolean needsNone(int codePoint) {
        int script = UScript.getScript(codePoint);
        return UCharacter.isLetter(codePoint)
                && (script == UScript.LATIN
                        || script == UScript.CYRILLIC
                        || script == UScript.GREEK);
    }

    private static boolean runsLeft(int codePoint) {
        int direction = UCharacter.getDirection(codePoint);
        return direction == UCharacterDirection.RIGHT_TO_LEFT
                || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
    }

    private static Flag flag(String detail, int start, int end) {
        return new Flag(Flag.Code.HIDDEN_CHARACTERS, detail, start, end);
    }
}
