package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds answers that give the question back and nothing else. Quoting the question and then
 * answering is honest: what counts is what is left over.
 */
final class CopiedQuestion implements Detector {

    /** Words in a row that are a quotation of the question and no accident. */
    private static final int RUN = 4;

    /** Words that must be taken over; a short answer may need words of the question. */
    private static final int FEWEST = 7;

    /** Share of the question that must be there: one that offers choices has the answer in it. */
    private static final double SHARE = .5;

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> answer = subject.shown().tokens();
        List<Token> question = Tokens.of(Folding.of(subject.inspection().question()));
        BitSet copied = new Shingles(question, RUN).foundIn(answer);
        BitSet used = new Shingles(answer, RUN).foundIn(question);
        if (copied.cardinality() < FEWEST
                || used.cardinality() < SHARE * question.size()
                || !leavesNothing(answer, copied)) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.COPIED_QUESTION,
                        "The answer seems to repeat the question and to add nothing.",
                        0,
                        subject.answer().length()));
    }

    private static boolean leavesNothing(List<Token> answer, BitSet copied) {
        BitSet left = Content.besidesPhrases(answer);
        left.andNot(copied);
        List<Token> rest = left.stream().mapToObj(answer::get).toList();
        return Content.of(rest, "en").isEmpty();
    }
}
