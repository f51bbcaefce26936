package io.evenhand.grading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import reactor.core.publisher.Mono;

/**
 * Judges an answer criterion by criterion. What it says is a claim: evidence, points and status are
 * settled by this module.
 */
public interface Grader {

    GraderKind kind();

    /** Whether it is worth asking now; a grader that is not ready may be when asked later. */
    boolean ready();

    /** How many answers it works on at a time as things are; empty where nothing sets a number. */
    default OptionalInt atATime() {
        return OptionalInt.empty();
    }

    /**
     * All that its word on an answer depends on but chance: assignments with the same basis, of one
     * tenant and by one rubric, are identical work, and its word on one serves for all. Empty if it
     * wants to be asked about each.
     */
    default Optional<List<String>> basis(Assignment assignment) {
        return Optional.empty();
    }

    /**
     * Never fails for a reason that the business knows, which is an {@link Outcome}, and ends
     * before the deadline of the assignment. Cancelling frees what it holds.
     */
    Mono<Outcome> grade(Assignment assignment);

    /**
     * The same where its word is welcome and not needed: a grader that is behind with what is
     * needed says at once that it is busy.
     */
    default Mono<Outcome> opinion(Assignment assignment) {
        return grade(assignment);
    }
}
