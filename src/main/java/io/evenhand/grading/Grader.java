package io.evenhand.grading;

import reactor.core.publisher.Mono;

/**
 * Judges an answer criterion by criterion. What it says is a claim: evidence, points and status are
 * settled by this module.
 */
public interface Grader {

    GraderKind kind();

    /** Whether it is worth asking now; a grader that is not ready may be when asked later. */
    boolean ready();

    /**
     * Never fails for a reason that the business knows, which is an {@link Outcome}, and ends
     * before the deadline of the assignment. Cancelling frees what it holds.
     */
    Mono<Outcome> grade(Assignment assignment);
}
