package io.evenhand.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with a request, so that the client hears of all of it at once.
 */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public void add(String pointer, String message) {
        found.add(Violation.at(pointer, message));
    }

    public void addAll(List<Violation> violations) {
        found.addAll(violations);
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

    public List<Violation> all() {
        return List.copyOf(found);
    }

    /** Refuses the request with {@code VALIDATION_FAILED} if anything was found. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(
                    ProblemCode.VALIDATION_FAILED, "See errors for each thing to mend.", all());
        }
    }
}
