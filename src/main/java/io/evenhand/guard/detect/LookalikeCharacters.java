package io.evenhand.guard.detect;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import io.evenhand.guard.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds words of Latin text with letters in them that only look Latin.
 *
 * <p>A Greek letter in a formula, a unit, a Russian word, and one letter typed on the wrong
 * keyboard are honest: it takes several words that mix scripts and read as Latin ones, or several
 * words in the styled letters of mathematics, which formulas use one by one.
 *
 * <p>Flags 1 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class LookalikeCharacters implements Detector {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,60}+");

    /** Mixed words from which it is no slip. */
    private static final int FEWEST_MIXED = 2;

    /** A formula has names of functions in styled letters, but hardly a sentence. */
    private static final int FEWEST_STYLED = 4;

    @Override
    public Stream<Flag> look(Subject subject) {
        List<MatchResult> mixed = new ArrayList<>();
        List<MatchResult> styled = new ArrayList<>();
        WORD.matcher(subject.answer())
                .results()
                .forEach(
                        word -> {
                            if (isMixed(word.group())) {
                                mixed.add(word);
                            } else if (isStyled(word.group())) {
                                styled.add(word);
                            }
                        });
        return Stream.concat(
                flag(
                        mixed,
                        FEWEST_MIXED,
                        "Several words are written with letters of another script"
                                + " that look alike."),
                flag(
                        styled,
                        FEWEST_STYLED,
                        "Several words are written in styled letters that are"
                                + " not the letters they look like."));
    }

    private static Stream<Flag> flag(List<MatchResult> words, int fewest, String detail) {
        return words.size() < fewest
                ? Stream.empty()
                : Stream.of(
                        new Flag(
                                Flag.Code.LOOKALIKE_CHARACTERS,
                                detail,
                                words.getFirst().start(),
                                words.getLast().end()));
    }

    private static boolean isMixed(String word) {
        long latin = word.codePoints().filter(c -> UScript.getScript(c) == UScript.LATIN).count();
        long others = word.codePoints().filter(LookalikeCharacters::isForeign).count();
        boolean reads =
                word.codePoints()
                        .filter(LookalikeCharacters::isForeign)
                        .allMatch(c -> Lookalikes.of(Character.toLowerCase(c)) < 128);
        return latin > 0 && others > 0 && reads;
    }

    private static boolean isForeign(int codePoint) {
        int script = UScript.getScript(codePoint);
        return script == UScript.CYRILLIC
                || script == UScript.GREEK
                || script == UScript.ARMENIAN
                || script == UScript.CHEROKEE;
    }

    /** Mathematical alphabets and the like, which compatibility form turns into ASCII. */
    private static boolean isStyled(String word) {
        return word.codePoints().allMatch(c -> c > 0x2100 && !isFullWidth(c))
                && Normalizer2.getNFKCInstance()
                        .normalize(word)
                        .codePoints()
                        .allMatch(c -> c < 128);
    }

    /** What Chinese keyboards write. */
    private static boolean isFullWidth(int codePoint) {
        return codePoint >= 0xFF00 && codePoint <= 0xFFEF;
    }
}
