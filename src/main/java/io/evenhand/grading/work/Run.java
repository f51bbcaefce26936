package io.evenhand.grading.work;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One grading that this instance works on, whoever waits for it. */
final class Run {

    private final GradingId id;
    private final Sinks.One<Grading> done = Sinks.one();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private volatile boolean detached;

    Run(GradingId id) {
        this.id = id;
    }

    GradingId id() {
        return id;
    }

    /** The client that waited was told to come back later. */
    void detach() {
        detached = true;
    }

    boolean isDetached() {
        return detached;
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
