package io.evenhand.semantic.lexical;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as a list of words.
 *
 * @param words in their order
 * @param weights of the text's stems
 */
public record Wording(List<Word> words, Map<String, Double> weights) {

    static Wording of(List<Word> words) {
        Map<String, Double> weights = new LinkedHashMap<>();
        words.forEach(word -> weights.merge(word.stem(), word.weight(), Math::max));
        return new Wording(List.copyOf(words), weights);
    }

    /** Whether an answer of these words says that it says nothing, or has no word at all. */
    public boolean saysNothing() {
        return Emptiness.isIn(words);
    }

    public int size() {
        return words.size();
    }

    /** Words that are no function words. */
    public int contentSize() {
        return content().size();
    }

    boolean has(String stem) {
        return weights.containsKey(stem);
    }

    /** Stems in the order of their first use, function words among them. */
    Set<String> stems() {
        return weights.keySet();
    }

    /** Words that are no function words, in their order. */
    List<Word> content() {
        return words.stream().filter(Word::isContent).toList();
    }

    Set<String> forms() {
        return words.stream().map(Word::form).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
