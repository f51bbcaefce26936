package io.evenhand.guard.detect;

import io.evenhand.guard.FunctionWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tells words that say something from little words, openers and hedges. */
final class Content {

    private static final String ENGLISH = "en";

    private Content() {}

    /** Whether a word is one of the little ones of a language; English ones if it is not known. */
    static boolean isFunctionWord(Token token, String language) {
        String known = FunctionWords.isKnown(language) ? language : ENGLISH;
        return FunctionWords.of(known).contains(token.text());
    }

    /** Words that say something, negations among them. */
    static List<Token> of(List<Token> tokens, String language) {
        BitSet negations = in(Topic.NEGATION, tokens);
        List<Token> content = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (negations.get(at) || !isFunctionWord(tokens.get(at), language)) {
                content.add(tokens.get(at));
            }
        }
        return content;
    }

    /** Words that say something, whatever is said of it. */
    static List<Token> positive(List<Token> tokens, String language) {
        BitSet negations = in(Topic.NEGATION, tokens);
        List<Token> content = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (!negations.get(at) && !isFunctionWord(tokens.get(at), language)) {
                content.add(tokens.get(at));
            }
        }
        return content;
    }

    /** The tokens that belong to phrases of a topic. */
    static BitSet in(Topic topic, List<Token> tokens) {
        BitSet set = new BitSet();
        Words.about(topic, tokens).forEach(words -> set.set(words.from(), words.to()));
        return set;
    }

    /** The tokens that neither open an answer nor hedge it nor say that there is none. */
    static BitSet besidesPhrases(List<Token> tokens) {
        BitSet set = new BitSet();
        set.set(0, tokens.size());
        set.andNot(in(Topic.OPENER, tokens));
        set.andNot(in(Topic.NOTHING, tokens));
        set.andNot(in(Topic.HEDGE, tokens));
        return set;
    }
}
