package io.evenhand.interviews;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A named set of questions in the order in which they are asked, in one of its versions.
 *
 * @param version counted from 1; 0 until it is stored
 * @param passMark in percent of what can be reached, 0 to 100
 */
public record Interview(
        String id,
        int version,
        String title,
        Optional<String> description,
        BigDecimal passMark,
        List<Item> items) {

    public Interview {
        items = List.copyOf(items);
    }

    public List<String> questionIds() {
        return items.stream().map(Item::questionId).toList();
    }

    public Interview in(int newVersion) {
        return new Interview(id, newVersion, title, description, passMark, items);
    }

    /** Whether it says the same, whichever versions the two are. */
    public boolean saysTheSameAs(Interview other) {
        return in(0).equals(other.in(0));
    }

    /**
     * A question of the bank as part of an interview.
     *
     * @param weight above 0; twice the weight counts twice
     */
    public record Item(String questionId, BigDecimal weight) {}
}
