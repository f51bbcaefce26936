package io.evenhand.guard.detect;

import io.evenhand.guard.Traced;
import io.evenhand.guard.TracedBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts words together that were spelled letter by letter or with digits for letters. */
final class Spelling {

    /** Five letters or more, each on its own; a formula has fewer in a row. */
    private static final Pattern SPELLED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])\\p{L}(?:[ ._*|·-]{1,2}+\\p{L}(?![\\p{L}\\p{N}])){4,}+"
                            + "(?:(?: {3,}+|[ ./|-]{3,}+)\\p{L}(?![\\p{L}\\p{N}])(?:[ ._*|·-]{1,2}+\\p{L}(?![\\p{L}\\p{N}])){0,200}+){0,200}+");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Pattern MIXED = Pattern.compile("[a-z0-9@$!|]++");

    private static final String DIGITS = "0134579@$!|";
    private static final String LETTERS = "oieastgasil";

    /** Letters of the longest word that is looked for. */
    private static final int LONGEST = 20;

    private Spelling() {}

    /** Only what was spelled, since the rest is read as it stands. */
    static Optional<Traced> joined(Traced text) {
        TracedBuilder joined = new TracedBuilder(text);
        Matcher spelled = SPELLED.matcher(text.text());
        while (spelled.find()) {
            join(text, spelled.start(), spelled.end(), joined);
        }
        return joined.written().isEmpty() ? Optional.empty() : Optional.of(joined.build());
    }

    private static void join(Traced text, int start, int end, TracedBuilder joined) {
        StringBuilder letters = new StringBuilder();
        int[] places = new int[end - start];
        for (int at = start; at < end; at++) {
            if (LETTER.matcher(text.text()).region(at, at + 1).matches()) {
                places[letters.length()] = at;
                letters.append(text.text().charAt(at));
            }
        }
        int at = 0;
        while (at < letters.length()) {
            int word = Math.max(1, longestWord(letters, at));
            for (int i = at; i < at + word; i++) {
                joined.copy(places[i], places[i] + 1);
            }
            joined.replace(places[at + word - 1], places[at + word - 1] + 1, " ");
            at += word;
        }
    }

    /** Spelled words have no ends: the longest known word counts. */
    private static int longestWord(CharSequence letters, int at) {
        Set<String> words = Vocabulary.words();
        for (int length = Math.min(LONGEST, letters.length() - at); length > 1; length--) {
            if (words.contains(letters.subSequence(at, at + length).toString())) {
                return length;
            }
        }
        return 1;
    }

    static Optional<Traced> withoutDigits(Traced text) {
        TracedBuilder plain = new TracedBuilder(text);
        Matcher word = MIXED.matcher(text.text());
        int from = 0;
        boolean any = false;
        while (word.find()) {
            boolean letters = word.group().chars().anyMatch(Character::isLetter);
            for (int at = word.start(); letters && at < word.end(); at++) {
                int digit = DIGITS.indexOf(text.text().charAt(at));
                if (digit >= 0) {
                    any = true;
                    plain.copy(from, at);
                    plain.replace(at, at + 1, LETTERS.substring(digit, digit + 1));
                    from = at + 1;
                }
            }
        }
        plain.copy(from, text.length());
        return any ? Optional.of(plain.build()) : Optional.empty();
    }
}
