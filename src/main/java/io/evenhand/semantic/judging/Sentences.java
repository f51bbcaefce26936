package io.evenhand.semantic.judging;

import com.ibm.icu.text.BreakIterator;
import io.evenhand.guard.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Cuts a text into sentences and lines, the passages that evidence is quoted in. */
final class Sentences {

    private Sentences() {}

    /** In order, without white space around them, each with at least one letter or digit. */
    static List<Span> of(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        List<Span> found = new ArrayList<>();
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            addLines(text, start, end, found);
            start = end;
        }
        return found;
    }

    /**
     * The span in pieces of at most so many UTF-16 units, cut between words where there are any.
     */
    static Stream<Span> split(String text, Span span, int longest) {
        Stream.Builder<Span> pieces = Stream.builder();
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        int start = span.start();
        while (span.end() - start > longest) {
            int cut = places.preceding(start + longest + 1);
            int end = cut > start ? cut : wholeCharacter(text, start + longest);
            pieces.add(new Span(start, end));
            start = end;
        }
        return pieces.add(new Span(start, span.end())).build();
    }

    private static int wholeCharacter(String text, int offset) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(offset) ? offset : characters.following(offset);
    }

    private static void addLines(String text, int start, int end, List<Span> found) {
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == '\n') {
                addStripped(text, from, at, found);
                from = at + 1;
            }
        }
    }

    private static void addStripped(String text, int start, int end, List<Span> found) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (text.substring(Math.min(from, to), to)
                .codePoints()
                .anyMatch(Character::isLetterOrDigit)) {
            found.add(new Span(from, to));
        }
    }
}
