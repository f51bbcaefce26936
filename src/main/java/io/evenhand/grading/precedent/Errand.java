package io.evenhand.grading.precedent;

import io.evenhand.grading.Outcome;
import io.evenhand.grading.Work;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * One grading's need of a judgement.
 *
 * @param end until when it is worth waiting for a model, a while before the deadline
 * @param ask asks the model, within this deadline; never fails
 */
record Errand(Work work, Instant deadline, Instant end, Mono<Outcome> ask) {}
