package io.evenhand.guard.detect;

import io.evenhand.guard.Traced;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text with its letters turned by 13 places, or from its end. */
final class Turned {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}+");
    private static final int HALF_AN_ALPHABET = 13;

    private Turned() {}

    static Optional<Traced> rotated(Traced text) {
        StringBuilder rotated = new StringBuilder(text.length());
        text.text().chars().map(Turned::rotated).forEach(c -> rotated.append((char) c));
        return Optional.of(new Traced(rotated.toString(), text.starts(), text.ends()));
    }

    private static int rotated(int letter) {
        return letter >= 'a' && letter <= 'z'
                ? 'a' + (letter - 'a' + HALF_AN_ALPHABET) % (2 * HALF_AN_ALPHABET)
                : letter;
    }

    static Optional<Traced> reversed(Traced text) {
        return Optional.of(permuted(text, at -> text.length() - 1 - at));
    }

    static Optional<Traced> wordsReversed(Traced text) {
        int[] places = new int[text.length()];
        for (int at = 0; at < places.length; at++) {
            places[at] = at;
        }
        Matcher word = WORD.matcher(text.text());
        while (word.find()) {
            for (int at = word.start(); at < word.end(); at++) {
                places[at] = word.end() - 1 - (at - word.start());
            }
        }
        return Optional.of(permuted(text, at -> places[at]));
    }

    /** Unlike other traced texts, its offsets may fall; {@link Reading#original} knows. */
    private static Traced permuted(Traced text, IntUnaryOperator place) {
        StringBuilder permuted = new StringBuilder(text.length());
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            int from = place.applyAsInt(at);
            permuted.append(text.text().charAt(from));
            starts[at] = text.starts()[from];
            ends[at] = text.ends()[from];
        }
        return new Traced(permuted.toString(), starts, ends);
    }
}
