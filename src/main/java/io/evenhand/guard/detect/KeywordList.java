package io.evenhand.guard.detect;

import io.evenhand.guard.Flag;
import io.evenhand.guard.FunctionWords;
import io.evenhand.guard.LanguageDetector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds answers that put the model answer's terms side by side and say nothing of them. A question
 * that asks for a list gets one; notes and code have words of their own.
 */
final class KeywordList implements Detector {

    private static final int FEWEST_WORDS = 8;

    /** English prose has 40 to 50 % little words, notes 15 % and more. */
    private static final double MOST_FUNCTION_WORDS = .08;

    /** Share of the words that the question or a model answer has too. */
    private static final double KNOWN_WORDS = .6;

    private static final Pattern CODE = Pattern.compile("[{};=]|\\(\\)|->|\\$");

    private final LanguageDetector languages;

    KeywordList(LanguageDetector languages) {
        this.languages = languages;
    }

    @Override
    public Stream<Flag> look(Subject subject) {
        List<Token> words = subject.shown().tokens();
        List<Token> question = Tokens.of(Folding.of(subject.inspection().question()));
        boolean wanted = !Words.about(Topic.LISTING, question).isEmpty();
        if (words.size() < FEWEST_WORDS
                || wanted
                || CODE.matcher(subject.answer()).find()
                || !isBare(words, subject)
                || !isOfTheKey(words, question, subject)) {
            return Stream.empty();
        }
        return Stream.of(
                new Flag(
                        Flag.Code.KEYWORD_LIST,
                        "The answer seems to list terms without saying anything of them.",
                        0,
                        subject.answer().length()));
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

    private static boolean isOfTheKey(List<Token> words, List<Token> question, Subject subject) {
        Set<String> known = new HashSet<>();
        question.forEach(word -> known.add(word.text()));
        for (String key : subject.inspection().modelAnswers()) {
            Tokens.of(Folding.of(key)).forEach(word -> known.add(word.text()));
        }
        long shared = words.stream().filter(word -> known.contains(word.text())).count();
        return shared >= KNOWN_WORDS * words.size();
    }
}
