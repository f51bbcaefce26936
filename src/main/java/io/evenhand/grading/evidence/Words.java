package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a passage must not lose or gain without saying something else: the beginnings of its words,
 * its numbers, and what denies.
 */
final class Words {

    /** A number with its sign and its parts, a word, or a mathematical sign. */
    private static final Pattern WORD =
            Pattern.compile(
                    "(?:(?<!\\S)-(?=\\p{N}))?[\\p{L}\\p{N}]+(?:['.,][\\p{L}\\p{N}]+)*|\\p{Sm}");

    private static final Pattern NUMBER = Pattern.compile(".*[\\p{N}\\p{Sm}].*");

    private static final Set<String> DENIALS =
            Set.of(
                    "not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "without",
                    "cannot", "hardly", "nicht", "nichts", "kein", "keine", "keinen", "keiner",
                    "keinem", "keines", "nie", "niemals", "ohne", "weder", "noch");

    private static final List<String> DENYING_PREFIXES =
            List.of("un", "in", "im", "ir", "il", "dis", "non", "nicht");

    /** Their words are written without space between them. */
    private static final Set<UnicodeScript> UNSPACED =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    private Words() {}

    /** Whether the span begins where a word does and ends inside no number. */
    static boolean isUncut(String text, Span span) {
        return !joins(text, span.start())
                && !cutsNumber(text, span.start())
                && !cutsNumber(text, span.end());
    }

    /** Whether the span begins and ends where a word does. */
    static boolean isWhole(String text, Span span) {
        return isUncut(text, span) && !joins(text, span.end());
    }

    /** Whether two passages that look alike have the same numbers and deny the same. */
    static boolean sayTheSame(String passage, String other) {
        List<String> words = words(passage);
        List<String> others = words(other);
        return words.stream()
                        .filter(Words::isDecisive)
                        .toList()
                        .equals(others.stream().filter(Words::isDecisive).toList())
                && !denies(words, others)
                && !denies(others, words);
    }

    private static List<String> words(String passage) {
        return WORD.matcher(passage.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static boolean isDecisive(String word) {
        return DENIALS.contains(word) || word.endsWith("n't") || NUMBER.matcher(word).matches();
    }

    /** Whether one has a word with a prefix, as "unsupervised", that the other has without it. */
    private static boolean denies(List<String> words, List<String> others) {
        Set<String> plain = new HashSet<>(others);
        return words.stream()
                .filter(word -> !plain.contains(word))
                .anyMatch(
                        word ->
                                DENYING_PREFIXES.stream()
                                        .filter(word::startsWith)
                                        .map(prefix -> word.substring(prefix.length()))
                                        .anyMatch(plain::contains));
    }

    private static boolean joins(String text, int place) {
        return place > 0
                && place < text.length()
                && isSpaced(text.charAt(place - 1))
                && isSpaced(text.charAt(place));
    }

    private static boolean isSpaced(char c) {
        return Character.isLetterOrDigit(c) && !UNSPACED.contains(UnicodeScript.of(c));
    }

    /** Whether a place lies between the digits of one number, as in 3.5 or 20,000. */
    private static boolean cutsNumber(String text, int place) {
        return isDigit(text, place - 1) && (isDigit(text, place) || isPointAt(text, place))
                || isDigit(text, place) && isPointAt(text, place - 1) && isDigit(text, place - 2);
    }

    private static boolean isPointAt(String text, int place) {
        return place >= 0
                && place + 1 < text.length()
                && (text.charAt(place) == '.' || text.charAt(place) == ',')
                && isDigit(text, place + 1);
    }

    private static boolean isDigit(String text, int place) {
        return place >= 0 && place < text.length() && Character.isDigit(text.charAt(place));
    }
}
