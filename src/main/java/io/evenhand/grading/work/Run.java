package io.evenhand.grading.work;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One grading that this instance works on, whoever waits for it. */
final class Run {

    private final Grading grading;
    private final Sinks.One<Grading> done = Sinks.one();
    private final Sinks.Empty<Void> stop = Sinks.empty();

    Run(Grading grading) {
        this.grading = grading;
    }

    GradingId id() {
        return grading.id();
    }

    Grading grading() {
        return grading;
    }

    /** The grading as it is when this run has ended; to stop waiting does not stop the run. */
    Mono<Grading> done() {
        return done.asMono();
    }

    /** Ends the marking, and with it any call to a model. */
    void stop() {
        stop.tryEmitEmpty();
    }

    Mono<Void> stopped() {
        return stop.asMono();
    }

    void end(Grading result) {
        done.tryEmitValue(result);
    }

    /** Ends it when there is no such grading any more; after a result it changes nothing. */
    void vanish() {
        done.tryEmitEmpty();
    }

    void fail(Throwable error) {
        done.tryEmitError(error);
    }
}
