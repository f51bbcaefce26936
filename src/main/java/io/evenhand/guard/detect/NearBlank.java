package io.evenhand.guard.detect;

import com.ibm.icu.text.UnicodeSet;
import io.evenhand.guard.Flag;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds answers that say nothing once signs, openers ("Solution:") and words such as "I don't know"
 * are left out, however long they are. A letter, a number or a sign of mathematics says something.
 *
 * <p>Flags 249, nearly all of them rightly of 12,747 answers that students wrote ({@code
 * bin/flags}).
 */
final class NearBlank implements Detector {

    private static final UnicodeSet SAYS_SOMETHING =
            new UnicodeSet("[[:Sm:][:Sc:][:No:]°%]").freeze();

    /** "xxx", "aaaa" and the like. */
    private static final Pattern ONE_LETTER = Pattern.compile("(\\p{L})\\1{2,59}");

    /** What follows the number of a point that was left empty. */
    private static final Pattern LIST_MARK = Pattern.compile("[.):] {0,3}(?:\\n|$)");

    @Override
    public Stream<Flag> look(Subject subject) {
        Reading shown = subject.shown();
        if (shown.text().text().isBlank() || !saysNothing(shown)) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.NEAR_BLANK,
                        "No content is left in the answer beside signs and openers.",
                        0,
                        subject.answer().length()));
    }

    private static boolean saysNothing(Reading reading) {
        List<Token> tokens = reading.tokens();
        if (tokens.isEmpty()) {
            return SAYS_SOMETHING.containsNone(reading.text().text());
        }
        BitSet left = Content.besidesPhrases(tokens);
        return left.stream().allMatch(at -> saysNothing(tokens.get(at), reading));
    }

    private static boolean saysNothing(Token token, Reading reading) {
        return ONE_LETTER.matcher(token.text()).matches()
                || (token.isNumber()
                        && LIST_MARK
                                .matcher(reading.text().text())
                                .region(token.end(), reading.text().length())
                                .lookingAt());
    }
}
