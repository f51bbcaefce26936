package io.evenhand.semantic.lexical;

import java.util.List;
import java.util.Set;

/** Common pairs of opposites, of what questions on technology and science ask for. */
final class Opposites {

    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("increase", "decrease"),
                    List.of("increases", "decreases"),
                    List.of("increased", "decreased"),
                    List.of("higher", "lower"),
                    List.of("high", "low"),
                    List.of("more", "less"),
                    List.of("most", "least"),
                    List.of("larger", "smaller"),
                    List.of("large", "small"),
                    List.of("faster", "slower"),
                    List.of("fast", "slow"),
                    List.of("positive", "negative"),
                    List.of("open", "closed"),
                    List.of("on", "off"),
                    List.of("before", "after"),
                    List.of("first", "last"),
                    List.of("true", "false"),
                    List.of("same", "different"),
                    List.of("linear", "nonlinear"),
                    List.of("supervised", "unsupervised"),
                    List.of("static", "dynamic"),
                    List.of("local", "global"),
                    List.of("input", "output"),
                    List.of("connected", "disconnected"),
                    List.of("hot", "cold"),
                    List.of("hotter", "colder"),
                    List.of("hard", "soft"),
                    List.of("heavy", "light"),
                    List.of("long", "short"),
                    List.of("longer", "shorter"),
                    List.of("up", "down"),
                    List.of("left", "right"),
                    List.of("above", "below"),
                    List.of("always", "never"),
                    List.of("all", "none"),
                    List.of("strong", "weak"),
                    List.of("maximum", "minimum"),
                    List.of("möglich", "unmöglich"),
                    List.of("mehr", "weniger"),
                    List.of("vor", "nach"));

    private Opposites() {}

    /** 1 if the answer has the other word of a pair of which the key has one, else 0. */
    static double said(Set<String> key, Set<String> answer) {
        return PAIRS.stream()
                        .anyMatch(
                                pair ->
                                        differs(pair.get(0), pair.get(1), key, answer)
                                                || differs(pair.get(1), pair.get(0), key, answer))
                ? 1
                : 0;
    }

    private static boolean differs(String said, String other, Set<String> key, Set<String> answer) {
        return key.contains(said)
                && !key.contains(other)
                && answer.contains(other)
                && !answer.contains(said);
    }
}
