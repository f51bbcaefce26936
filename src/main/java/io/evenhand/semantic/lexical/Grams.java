package io.evenhand.semantic.lexical;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pairs of stems that follow each other, and runs of four letters, that key and answer share; 0 to
 * 1. Runs of letters see through inflection, compounds and many spelling mistakes.
 */
final class Grams implements Family {

    private static final int LETTERS = 4;

    @Override
    public List<String> names() {
        return List.of(
                "pair_recall",
                "pair_precision",
                "letters_recall",
                "letters_recall_new",
                "letters_dice");
    }

    @Override
    public double[] of(Trio texts) {
        Set<String> key = pairs(texts.key());
        Set<String> answer = pairs(texts.answer());
        Set<String> keyLetters = letters(texts.key());
        Set<String> answerLetters = letters(texts.answer());
        Set<String> newLetters = new HashSet<>(keyLetters);
        newLetters.removeAll(letters(texts.question()));
        int both = shared(keyLetters, answerLetters);
        return new double[] {
            share(shared(key, answer), key.size()),
            share(shared(key, answer), answer.size()),
            share(both, keyLetters.size()),
            share(shared(newLetters, answerLetters), newLetters.size()),
            share(2 * both, keyLetters.size() + answerLetters.size())
        };
    }

    private static Set<String> pairs(Wording text) {
        List<Word> words = text.content();
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1).stem() + " " + words.get(i).stem());
        }
        return pairs;
    }

    private static Set<String> letters(Wording text) {
        String joined =
                text.content().stream().map(Word::form).collect(Collectors.joining(" ", " ", " "));
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + LETTERS <= joined.length(); i++) {
            runs.add(joined.substring(i, i + LETTERS));
        }
        return runs;
    }

    private static int shared(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
