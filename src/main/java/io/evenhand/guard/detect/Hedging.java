package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds answers that leave everything open, so that something of it must be right.
 *
 * <p>Flags 6 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class Hedging implements Detector {

    /** An honest answer may doubt twice. */
    private static final int FEWEST = 3;

    /** "Or" in an honest answer joins two things here and there. */
    private static final int FEWEST_ALTERNATIVES = 4;

    /** Words of the answer for each doubt; careful writers use fewer than one in 25 words. */
    private static final int WORDS_FOR_EACH = 11;

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> tokens = subject.shown().tokens();
        int hedges = Words.about(Topic.HEDGE, tokens).size();
        int alternatives = Words.about(Topic.ALTERNATIVE, tokens).size();
        boolean many = hedges >= FEWEST || hedges + alternatives >= FEWEST_ALTERNATIVES;
        if (!many || tokens.size() > WORDS_FOR_EACH * (hedges + alternatives)) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.HEDGING,
                        "The answer seems to leave open which of several things it claims.",
                        0,
                        subject.answer().length()));
    }
}
