package io.evenhand.semantic.lexical;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers that say nothing: blank ones, and those that say that they say nothing; 0 or 1. */
final class Emptiness implements Family {

    /** Words one of which an excuse holds. */
    private static final Set<String> EXCUSES =
            Set.of(
                    "know",
                    "idea",
                    "clue",
                    "dunno",
                    "idk",
                    "submission",
                    "response",
                    "remember",
                    "unanswered",
                    "skip",
                    "weiß",
                    "weiss",
                    "ahnung");

    /** Words that it may hold beside them, function words apart. */
    private static final Set<String> FILLERS =
            Set.of(
                    "answer",
                    "given",
                    "provided",
                    "submitted",
                    "sorry",
                    "question",
                    "sure",
                    "don't",
                    "dont",
                    "antwort",
                    "frage",
                    "leider");

    /** Words of an excuse at most; a longer text says something. */
    private static final int LONGEST = 8;

    @Override
    public List<String> names() {
        return List.of("says_nothing");
    }

    @Override
    public double[] of(Trio texts) {
        return new double[] {texts.answer().saysNothing() ? 1 : 0};
    }

    /** Whether there is no word at all, or nothing but an excuse for that. */
    static boolean isIn(List<Word> words) {
        return words.isEmpty() || isExcuse(words);
    }

    private static boolean isExcuse(List<Word> words) {
        Set<String> content =
                words.stream().filter(Word::isContent).map(Word::form).collect(Collectors.toSet());
        return words.size() <= LONGEST
                && content.stream().anyMatch(EXCUSES::contains)
                && content.stream().allMatch(w -> EXCUSES.contains(w) || FILLERS.contains(w));
    }
}
