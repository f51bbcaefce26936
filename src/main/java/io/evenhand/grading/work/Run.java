package io.evenhand.grading.work;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Hold;
import java.time.Instant;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One grading that this instance works on, whoever waits for it. */
final class Run {

    private final Hold hold;
    private final Instant deadline;
    private final Sinks.One<Grading> done = Sinks.one();
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private volatile boolean detached;

    /**
     * @param deadline to the grade; what is not done long after it will never be
     */
    Run(Hold hold, Instant deadline) {
        this.hold = hold;
        this.deadline = deadline;
    }

    GradingId id() {
        return hold.id();
    }

    Hold hold() {
        return hold;
    }

    Instant deadline() {
        return deadline;
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
