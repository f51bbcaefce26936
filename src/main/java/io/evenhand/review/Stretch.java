package io.evenhand.review;

import java.util.List;

/**
 * A stretch of an answer as a page shows it.
 *
 * @param criteria places in the rubric, from 1, of those that it is evidence for
 * @param flags what it was flagged for, in plain words
 * @param begins whether some evidence or flag begins here, so that it is named here
 * @param hidden whether it stands for a character that cannot be seen
 */
public record Stretch(
        String text, List<Integer> criteria, List<String> flags, boolean begins, boolean hidden) {

    public Stretch {
        criteria = List.copyOf(criteria);
        flags = List.copyOf(flags);
    }

    public boolean marked() {
        return !criteria.isEmpty() || !flags.isEmpty();
    }

    /** The numbers of the criteria with spaces between them, for the script to find it by. */
    public String places() {
        return String.join(" ", criteria.stream().map(String::valueOf).toList());
    }

    /** What stands before it, so that colour is not the only thing that tells. */
    public String label() {
        String numbers = String.join(",", criteria.stream().map(String::valueOf).toList());
        String flag = flags.isEmpty() ? "" : "⚑ " + String.join(", ", flags);
        return (numbers + " " + flag).strip();
    }
}
