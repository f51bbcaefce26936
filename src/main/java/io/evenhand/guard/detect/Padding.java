package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds answers that were made long by saying the same again and again. */
final class Padding implements Detector {

    private static final int FEWEST_WORDS = 60;

    /** Words in a row that nobody repeats without meaning to. */
    private static final int RUN = 5;

    /** Share of the runs that were there before. */
    private static final double REPEATED = .4;

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> tokens = subject.shown().tokens();
        if (tokens.size() < FEWEST_WORDS) {
            return Stream.empty();
        }
        Set<List<String>> seen = new HashSet<>();
        int repeated = 0;
        List<String> words = tokens.stream().map(Token::text).toList();
        int runs = words.size() - RUN + 1;
        for (int at = 0; at < runs; at++) {
            repeated += seen.add(words.subList(at, at + RUN)) ? 0 : 1;
        }
        return repeated < REPEATED * runs
                ? Stream.empty()
                : Stream.of(
                        new Flag(
                                Flag.Code.PADDING,
                                "Much of the answer repeats what it said before.",
                                0,
                                subject.answer().length()));
    }
}
