package io.evenhand.grading;

import reactor.core.publisher.Mono;

/** Money that may be spent on gradings; asked before a model is. */
@FunctionalInterface
public interface Budget {

    /** Whether nothing may be spent on this grading any more; it goes to the fallback then. */
    Mono<Boolean> isSpent(Grading grading);
}
