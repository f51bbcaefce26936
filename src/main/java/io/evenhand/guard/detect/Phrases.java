package io.evenhand.guard.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of one topic, to be looked for in a list of words. */
final class Phrases {

    /**
     * Words that a gap may take; with more, things meet that have nothing to do with each other.
     */
    private static final int WIDEST_GAP = 3;

    /** Letters of the shortest word that a pattern gives the beginning of. */
    private static final int SHORTEST_STEM = 2;

    private static final String GAP = "_";

    private final Map<String, List<List<String>>> byWord = new HashMap<>();
    private final Map<String, List<List<String>>> byStem = new HashMap<>();

    private int longestStem;

    void add(List<String> phrase) {
        String first = phrase.getFirst();
        boolean stem = first.endsWith("*");
        (stem ? byStem : byWord)
                .computeIfAbsent(
                        stem ? first.substring(0, first.length() - 1) : first,
                        word -> new ArrayList<>())
                .add(phrase);
        longestStem = Math.max(longestStem, stem ? first.length() - 1 : 0);
    }

    /** How many tokens the longest phrase that begins here takes; 0 if none does. */
    int lengthAt(List<Token> tokens, int at) {
        String word = tokens.get(at).text();
        int longest = longest(byWord.get(word), tokens, at, 0);
        if (tokens.get(at).isNumber()) {
            longest = longest(byWord.get("#"), tokens, at, longest);
            longest = longest(byWord.get("#/#"), tokens, at, longest);
        }
        for (int length = SHORTEST_STEM; length <= Math.min(word.length(), longestStem); length++) {
            longest = longest(byStem.get(word.substring(0, length)), tokens, at, longest);
        }
        return longest;
    }

    private static int longest(
            @Nullable List<List<String>> phrases, List<Token> tokens, int at, int soFar) {
        int longest = soFar;
        for (List<String> phrase : phrases == null ? List.<List<String>>of() : phrases) {
            longest = Math.max(longest, end(phrase, 0, tokens, at) - at);
        }
        return longest;
    }

    /** Where the rest of a phrase ends; -1 if it is not here. */
    private static int end(List<String> phrase, int from, List<Token> tokens, int at) {
        int token = at;
        for (int i = from; i < phrase.size(); i++) {
            if (phrase.get(i).equals(GAP)) {
                return endAfterGap(phrase, i + 1, tokens, token);
            }
            if (token >= tokens.size() || !matches(phrase.get(i), tokens.get(token))) {
                return -1;
            }
            token++;
        }
        return token;
    }

    private static int endAfterGap(List<String> phrase, int from, List<Token> tokens, int at) {
        for (int gap = 0; gap <= WIDEST_GAP; gap++) {
            int end = end(phrase, from, tokens, at + gap);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static boolean matches(String pattern, Token token) {
        String word = token.text();
        return switch (pattern) {
            case "#" -> token.isNumber();
            case "#/#" -> token.isNumber() && isWhole(word);
            default ->
                    pattern.endsWith("*")
                            ? word.startsWith(pattern.substring(0, pattern.length() - 1))
                            : word.equals(pattern);
        };
    }

    private static boolean isWhole(String number) {
        int slash = number.indexOf('/');
        return slash > 0 && number.substring(0, slash).equals(number.substring(slash + 1));
    }
}
