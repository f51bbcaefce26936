package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds answers that were made long by saying the same again and again.
 *
 * <p>Flags 6 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class Padding implements Detector {

    private static final int FEWEST_WORDS = 60;

    /** Words in a row that nobody repeats without meaning to. */
    private static final int RUN = 5;

    /** Share of the runs that were there before. */
    private static final double REPEATED_RUNS = .4;

    /** Content words; in fewer a term may well come three times. */
    private static final int FEWEST_CONTENT_WORDS = 15;

    /** Share of the content words of an answer's first page that were there before. */
    private static final double REPEATED_WORDS = .65;

    /** Content words; a text repeats more the longer it is. */
    private static final int PAGE = 100;

    @Override
    public Stream<Flag> look(Subject subject) {
        List<String> words = subject.shown().tokens().stream().map(Token::text).toList();
        List<String> content =
                Content.of(subject.shown().tokens(), "en").stream()
                        .map(Token::text)
                        .limit(PAGE)
                        .toList();
        boolean runs = words.size() >= FEWEST_WORDS && repeated(words, RUN) >= REPEATED_RUNS;
        boolean same =
                content.size() >= FEWEST_CONTENT_WORDS && repeated(content, 1) >= REPEATED_WORDS;
        return runs || same
                ? Stream.of(
                        new Flag(
                                Flag.Code.PADDING,
                                "Much of the answer repeats what it said before.",
                                0,
                                subject.answer().length()))
                : Stream.empty();
    }

    /** The share of a text's runs of so many words that stood in it before. */
    private static double repeated(List<String> words, int length) {
        Set<List<String>> seen = new HashSet<>();
        int runs = words.size() - length + 1;
        for (int at = 0; at < runs; at++) {
            seen.add(words.subList(at, at + length));
        }
        return 1 - (double) seen.size() / runs;
    }
}
