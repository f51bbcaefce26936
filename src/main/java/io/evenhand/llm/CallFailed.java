package io.evenhand.llm;

import java.time.Duration;
import java.util.Optional;

/** Carries a fault through the chain, with what is left to do about it for this model. */
final class CallFailed extends RuntimeException {

    private final transient Fault fault;
    private final transient Optional<Duration> pause;
    private final boolean outOfTime;

    private CallFailed(Fault fault, Optional<Duration> pause, boolean outOfTime) {
        super(fault.label(), null, false, false);
        this.fault = fault;
        this.pause = pause;
        this.outOfTime = outOfTime;
    }

    static CallFailed of(Fault fault) {
        return new CallFailed(fault, Optional.empty(), false);
    }

    /** The model is asked again after the pause. */
    CallFailed again(Duration wait) {
        return new CallFailed(fault, Optional.of(wait), false);
    }

    /** The model would have been asked again if there were time. */
    CallFailed noTimeLeft() {
        return new CallFailed(fault, Optional.empty(), true);
    }

    Fault fault() {
        return fault;
    }

    Optional<Duration> pause() {
        return pause;
    }

    boolean outOfTime() {
        return outOfTime;
    }
}
