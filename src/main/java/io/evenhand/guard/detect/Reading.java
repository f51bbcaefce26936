package io.evenhand.guard.detect;

import io.evenhand.guard.Span;
import io.evenhand.guard.Traced;
import java.util.List;

/**
 * One way to read an answer: as it stands, or decoded.
 *
 * @param decoded whether somebody had to work to read it so
 */
record Reading(Traced text, List<Token> tokens, boolean decoded) {

    /** Of a text that need not be folded yet. */
    static Reading of(Traced text, boolean decoded) {
        Traced folded = Folding.of(text);
        return new Reading(folded, Tokens.of(folded.text()), decoded);
    }

    /** The stretch of the original that tokens were made from; a reversed text runs backwards. */
    Span original(int firstToken, int lastToken) {
        int first = tokens.get(firstToken).start();
        int last = tokens.get(lastToken).end() - 1;
        int[] starts = text.starts();
        int[] ends = text.ends();
        return new Span(Math.min(starts[first], starts[last]), Math.max(ends[first], ends[last]));
    }
}
