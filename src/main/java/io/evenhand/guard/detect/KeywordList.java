package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.FunctionWords;
import io.evenhand.guard.LanguageDetector;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds answers that put terms side by side and say nothing of them. A question that asks for a
 * list gets one; notes say something in most of their points, and code and formulas have signs.
 *
 * <p>Flags 0 of 12,747 answers that students wrote ({@code bin/flags}).
 */
final class KeywordList implements Detector {

    private static final int FEWEST_TERMS = 7;

    /** Words; a term is a noun with something before it. */
    private static final int LONGEST_TERM = 3;

    private static final double MOST_OTHERS = .1;

    /** English prose has 40 to 50 % little words, notes 15 % and more. */
    private static final double MOST_FUNCTION_WORDS = .08;

    private static final Pattern CUT =
            Pattern.compile("[,;\\n•|/·]|(?:^|\\s)[-*–](?=\\s)|\\.(?:\\s|$)");
    private static final Pattern NO_TERM = Pattern.compile("[{}=<>()$\\d\\p{IsHan}]");

    private final LanguageDetector languages;

    KeywordList(LanguageDetector languages) {
        this.languages = languages;
    }

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> words = subject.shown().tokens();
        List<Token> question = Tokens.of(Folding.of(subject.inspection().question()));
        boolean wanted = !Words.about(Topic.LISTING, question).isEmpty();
        if (wanted
                || words.size() < FEWEST_TERMS
                || !isList(subject.shown().text().text())
                || !isBare(words, subject)) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.KEYWORD_LIST,
                        "The answer seems to list terms without saying anything of them.",
                        0,
                        subject.answer().length()));
    }

    private static boolean isList(String text) {
        List<String> parts =
                CUT.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
        long others = parts.stream().filter(part -> !isTerm(part)).count();
        return parts.size() - others >= FEWEST_TERMS && others <= MOST_OTHERS * parts.size();
    }

    private static boolean isTerm(String part) {
        return Tokens.of(part).size() <= LONGEST_TERM && !NO_TERM.matcher(part).find();
    }

    private boolean isBare(List<Token> words, Subject subject) {
        String language =
                languages
                        .detect(subject.inspection().question())
                        .filter(FunctionWords::isKnown)
                        .orElse("en");
        long little = words.stream().filter(w -> Content.isFunctionWord(w, language)).count();
        return little <= MOST_FUNCTION_WORDS * words.size();
    }
}
