package io.evenhand.grading.evidence;

import io.evenhand.guard.Span;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a passage must not lose or gain without saying something else: a word, the beginning of a
 * word, a number, or what denies.
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

    /** Letters at a word's beginning that must stand: what comes there turns its meaning. */
    private static final int PREFIX = 3;

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

    /**
     * Whether two passages are the same words in the same order but for typing slips: one letter
     * changed, lost or gained in a word, after its first three. Numbers, mathematical signs and
     * denials have none. A slip that makes another word, as nitrate and nitrite, is not told apart.
     */
    static boolean sayTheSame(String passage, String other) {
        List<String> words = words(passage);
        List<String> others = words(other);
        return words.size() == others.size()
                && IntStream.range(0, words.size())
                        .allMatch(i -> isSame(words.get(i), others.get(i)));
    }

    private static boolean isSame(String word, String other) {
        return word.equals(other)
                || !isDecisive(word) && !isDecisive(other) && isOneSlip(word, other);
    }

    /** Whether one edit lies between what the words begin with and what they end with. */
    private static boolean isOneSlip(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        int longer = Math.max(word.length(), other.length());
        int start = Arrays.mismatch(word.toCharArray(), other.toCharArray());
        int end = 0;
        while (end < shorter - start
                && word.charAt(word.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return start >= PREFIX && longer - start - end <= 1;
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
