package io.evenhand.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with a request, so that the client hears of all of it at once.
 */
public final class Violations {

    /** A client that made more mistakes than these made one of them many times. */
    private static final int MOST = 100;

    private final List<Violation> found = new ArrayList<>();
    private int count;

    public void add(String pointer, String message) {
        add(Violation.at(pointer, message));
    }

    public void addAll(List<Violation> violations) {
        violations.forEach(this::add);
    }

    private void add(Violation violation) {
        count++;
        if (found.size() < MOST) {
            found.add(violation);
        }
    }

    /** Adds the message unless the condition holds; returns the condition. */
    public boolean require(boolean condition, String pointer, String message) {
        if (!condition) {
            add(pointer, message);
        }
        return condition;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many things are wrong, those that are not listed included. */
    public int count() {
        return count;
    }

    /** The first hundred, and where there are more, a last one that says so. */
    public List<Violation> all() {
        List<Violation> all = new ArrayList<>(found);
        if (count > MOST) {
            all.add(Violation.at("", "more is wrong than the " + MOST + " things listed"));
        }
        return List.copyOf(all);
    }

    /** Refuses the request with {@code VALIDATION_FAILED} if anything was found. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(
                    ProblemCode.VALIDATION_FAILED, "See errors for each thing to mend.", all());
        }
    }
}
