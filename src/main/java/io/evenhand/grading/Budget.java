package io.evenhand.grading;

import reactor.core.publisher.Mono;

/** Money that may be spent on gradings; asked before a model is. */
@FunctionalInterface
public interface Budget {

    /** Empty if a model may be asked about this grading; else it goes to the fallback. */
    Mono<Spent> spent(Grading grading);
}
