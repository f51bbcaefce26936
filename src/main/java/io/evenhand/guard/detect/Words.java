package io.evenhand.guard.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of tokens.
 *
 * @param from index of the first
 * @param to index after the last
 */
record Words(int from, int to) {

    /** Where phrases of a topic stand, in order; the longest where several begin together. */
    static List<Words> about(Topic topic, List<Token> tokens) {
        Phrases phrases = Vocabulary.of(topic);
        List<Words> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            int length = phrases.lengthAt(tokens, at);
            if (length > 0) {
                found.add(new Words(at, at + length));
            }
        }
        return found;
    }

    /** Those of a list in order that begin between two tokens, both included. */
    static Stream<Words> within(List<Words> sorted, int from, int to) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).from() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.subList(low, sorted.size()).stream().takeWhile(w -> w.from() <= to);
    }

    Words and(Words other) {
        return new Words(Math.min(from, other.from), Math.max(to, other.to));
    }
}
