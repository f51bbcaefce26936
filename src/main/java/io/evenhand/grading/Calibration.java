package io.evenhand.grading;

import java.util.Optional;
import reactor.core.publisher.Mono;

/** Learns from reviewed answers to a question how far a grader's score is from what people give. */
public interface Calibration {

    /**
     * What people are expected to give for an answer; empty if it cannot tell at the moment.
     * Cancelling frees what it holds.
     *
     * @param answer the judge's view of it
     * @param prior the share of the maximum that the grader gave, 0 to 1
     * @param lessons of the same grader, never the answer's own; their answers in the judge's view
     */
    Mono<Optional<Calibrated>> expect(String answer, double prior, Lessons lessons);
}
