package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the stretch of a text that is nearest to a pattern by edit distance (Sellers, 1980).
 *
 * <p>A model mends a typing error or drops a letter as it quotes: one edit for every twelve
 * characters is forgiven, six at most. What changes the meaning is not: numbers, and words that
 * deny, must be the same.
 */
final class Approximate {

    private static final int CHARACTERS_PER_EDIT = 12;
    private static final int MOST_EDITS = 6;
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}'.]+");
    private static final Pattern NUMBER = Pattern.compile(".*\\p{N}.*");
    private static final Set<String> DENIALS =
            Set.of(
                    "not", "no", "never", "none", "neither", "nor", "without", "cannot", "nicht",
                    "kein", "keine", "keinen", "nie", "niemals", "ohne");

    private Approximate() {}

    static Optional<Span> find(String text, String pattern) {
        int most = Math.min(MOST_EDITS, pattern.length() / CHARACTERS_PER_EDIT);
        if (most == 0 || text.isEmpty()) {
            return Optional.empty();
        }
        return nearest(text, pattern, most)
                .filter(span -> decisive(span.of(text)).equals(decisive(pattern)));
    }

    /**
     * Goes through the text once, with the costs of the pattern's prefixes that end at each place;
     * beside each cost it carries where such a match began.
     */
    private static Optional<Span> nearest(String text, String pattern, int most) {
        int[] costs = new int[pattern.length() + 1];
        int[] starts = new int[pattern.length() + 1];
        Arrays.setAll(costs, i -> i);
        int best = most + 1;
        Optional<Span> found = Optional.empty();
        for (int end = 1; end <= text.length(); end++) {
            advance(costs, starts, pattern, text.charAt(end - 1), end);
            if (costs[pattern.length()] < best && starts[pattern.length()] < end) {
                best = costs[pattern.length()];
                found = Optional.of(new Span(starts[pattern.length()], end));
            }
        }
        return found;
    }

    private static void advance(int[] costs, int[] starts, String pattern, char next, int end) {
        int diagonal = costs[0];
        int diagonalStart = starts[0];
        starts[0] = end;
        for (int i = 1; i <= pattern.length(); i++) {
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
    }

    /** The words of a passage that an edit must not touch, in their order. */
    private static List<String> decisive(String passage) {
        return WORD.splitAsStream(passage.toLowerCase(Locale.ROOT))
                .filter(
                        word ->
                                DENIALS.contains(word)
                                        || word.endsWith("n't")
                                        || NUMBER.matcher(word).matches())
                .toList();
    }
}
