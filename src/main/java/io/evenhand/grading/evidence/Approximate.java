package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the stretch of a text that is nearest to a pattern by edit distance (Sellers, 1980),
 * looking only where a match is still possible (Ukkonen, 1985).
 *
 * <p>A model mends a typing error or drops a letter as it quotes: one edit for every twelve
 * characters is forgiven, six at most, and of these only typing slips, see {@link
 * Words#sayTheSame}. The work on one text is bounded, whatever the patterns: after that no pattern
 * is found.
 */
final class Approximate {

    /** In cells of the distance matrix, each a few nanoseconds. */
    static final long MOST_WORK = 50_000_000;

    private static final int CHARACTERS_PER_EDIT = 12;
    private static final int MOST_EDITS = 6;

    private final String text;
    private long work;

    Approximate(String text) {
        this.text = text;
    }

    Optional<Span> find(String pattern) {
        return nearest(pattern)
                .map(this::withoutSpaceAround)
                .filter(span -> Words.isUncut(text, span))
                .filter(span -> Words.sayTheSame(span.of(text), pattern));
    }

    /** What has been spent on this text so far, in cells. */
    long work() {
        return work;
    }

    private Span withoutSpaceAround(Span span) {
        String passage = span.of(text);
        int before = passage.length() - passage.stripLeading().length();
        int after = passage.length() - passage.stripTrailing().length();
        return new Span(span.start() + before, span.end() - after);
    }

    /** The stretch with the fewest edits, whatever they do to its words. */
    Optional<Span> nearest(String pattern) {
        int most = Math.min(MOST_EDITS, pattern.length() / CHARACTERS_PER_EDIT);
        return most == 0 || text.isEmpty() ? Optional.empty() : nearest(pattern, most);
    }

    private Optional<Span> nearest(String pattern, int most) {
        Column column = new Column(pattern, most);
        int best = most + 1;
        Optional<Span> found = Optional.empty();
        for (int end = 1; end <= text.length() && work < MOST_WORK; end++) {
            work += column.advance(text.charAt(end - 1), end);
            if (column.cost() < best && column.start() < end) {
                best = column.cost();
                found = Optional.of(new Span(column.start(), end));
            }
        }
        return found;
    }

    /**
     * The costs of the pattern's prefixes that end at one place of the text; beside each cost it
     * carries where such a match began.
     */
    private static final class Column {

        private final String pattern;
        private final int most;
        private final int[] costs;
        private final int[] starts;

        /** The longest prefix that may still become a match. */
        private int last;

        private Column(String pattern, int most) {
            this.pattern = pattern;
            this.most = most;
            this.costs = new int[pattern.length() + 1];
            this.starts = new int[pattern.length() + 1];
            this.last = most;
            Arrays.setAll(costs, i -> i);
        }

        /** Of the whole pattern; more than allowed if it does not match here. */
        private int cost() {
            return last == pattern.length() ? costs[last] : most + 1;
        }

        private int start() {
            return starts[pattern.length()];
        }

        /** Moves on by a character; returns how many costs were reckoned. */
        private int advance(char next, int end) {
            int to = Math.min(last + 1, pattern.length());
            if (to > last) {
                costs[to] = most + 1;
            }
            int diagonal = costs[0];
            int diagonalStart = starts[0];
            starts[0] = end;
            for (int i = 1; i <= to; i++) {
                int replace = diagonal + (pattern.charAt(i - 1) == next ? 0 : 1);
                int insert = costs[i] + 1;
                int delete = costs[i - 1] + 1;
                diagonal = costs[i];
                int replaceStart = diagonalStart;
                diagonalStart = starts[i];
                costs[i] = Math.min(replace, Math.min(insert, delete));
                if (costs[i] == replace) {
                    starts[i] = replaceStart;
                } else if (costs[i] == delete) {
                    starts[i] = starts[i - 1];
                }
            }
            last = to;
            while (costs[last] > most) {
                last--;
            }
            return to;
        }
    }
}
