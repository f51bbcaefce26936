package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds answers that give the question back and nothing else. Quoting the question and then
 * answering is honest: what counts is what is left over.
 *
 * <p>Flags 3 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class CopiedQuestion implements Detector {

    /** Words that must be taken over; a short answer may need words of the question. */
    private static final int FEWEST = 7;

    /** Share of the question that must be there: one that offers choices has the answer in it. */
    private static final double SHARE = .6;

    private static final String LANGUAGE = "en";

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> answer = subject.shown().tokens();
        List<Token> question = Tokens.of(Folding.of(subject.inspection().question()));
        if (answer.size() < FEWEST
                || !leavesNothing(answer, words(question))
                || share(Content.of(question, LANGUAGE), words(answer)) < SHARE) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.COPIED_QUESTION,
                        "The answer seems to repeat the question and to add nothing.",
                        0,
                        subject.answer().length()));
    }

    private static boolean leavesNothing(List<Token> answer, Set<String> question) {
        BitSet left = Content.besidesPhrases(answer);
        List<Token> rest =
                left.stream()
                        .mapToObj(answer::get)
                        .filter(token -> !question.contains(token.text()))
                        .toList();
        return Content.of(rest, LANGUAGE).isEmpty();
    }

    private static double share(List<Token> question, Set<String> answer) {
        long used = question.stream().filter(token -> answer.contains(token.text())).count();
        return question.isEmpty() ? 0 : (double) used / question.size();
    }

    private static Set<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.toSet());
    }
}
