package io.evenhand.semantic.lexical;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The stems of a text that stand just behind a negation. */
final class Negations {

    /** Content words behind it that a negation may concern. */
    private static final int REACH = 2;

    private static final Set<String> WORDS =
            Set.of(
                    "not", "no", "never", "none", "nothing", "without", "cannot", "neither", "nor",
                    "nicht", "kein", "keine", "keinen", "keiner", "keinem", "nie", "ohne", "weder");

    private Negations() {}

    static Set<String> of(Wording text) {
        Set<String> negated = new HashSet<>();
        List<Word> words = text.words();
        int reach = 0;
        for (Word word : words) {
            if (isNegation(word.form())) {
                reach = REACH;
            } else if (reach > 0 && word.isContent()) {
                negated.add(word.stem());
                reach--;
            }
        }
        return negated;
    }

    private static boolean isNegation(String form) {
        return WORDS.contains(form) || form.endsWith("n't") || form.endsWith("n’t");
    }
}
