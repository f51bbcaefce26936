package io.evenhand.guard;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A text for searches that know neither case nor how wide a gap is: its characters in one case,
 * each run of white space as one space.
 *
 * @param origins where each character began in the original, and then the original's length
 */
@SuppressWarnings("ArrayRecordComponent")
record Caseless(String original, int[] characters, int[] origins) {

    static Caseless of(String original) {
        int[] characters = new int[original.length()];
        int[] origins = new int[original.length() + 1];
        int size = 0;
        int next;
        for (int at = 0; at < original.length(); at = next) {
            int character = folded(original.codePointAt(at));
            next = at + Character.charCount(original.codePointAt(at));
            if (character != ' ' || size == 0 || characters[size - 1] != ' ') {
                characters[size] = character;
                origins[size++] = at;
            }
        }
        origins[size] = original.length();
        return new Caseless(
                original, Arrays.copyOf(characters, size), Arrays.copyOf(origins, size + 1));
    }

    /**
     * Where the word stands in the original, overlapping places among them, in one pass over the
     * text however long the word is (Knuth, Morris and Pratt, 1977).
     */
    Stream<Span> occurrences(Caseless word) {
        int length = word.characters.length;
        int[] borders = word.borders();
        Stream.Builder<Span> found = Stream.builder();
        int matched = 0;
        for (int at = 0; length > 0 && at < characters.length; at++) {
            matched = word.advance(borders, matched, characters[at]);
            if (matched == length) {
                found.add(new Span(origins[at + 1 - length], origins[at + 1]));
            }
        }
        return found.build();
    }

    /** How much of this word's beginning each of its beginnings ends with. */
    private int[] borders() {
        int[] borders = new int[characters.length];
        for (int i = 1; i < characters.length; i++) {
            borders[i] = advance(borders, borders[i - 1], characters[i]);
        }
        return borders;
    }

    private int advance(int[] borders, int matched, int next) {
        int length = matched;
        while (length > 0 && (length == characters.length || characters[length] != next)) {
            length = borders[length - 1];
        }
        return characters[length] == next ? length + 1 : length;
    }

    private static int folded(int character) {
        return Character.isWhitespace(character)
                ? ' '
                : Character.toLowerCase(Character.toUpperCase(character));
    }
}
