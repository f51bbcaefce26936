package io.evenhand.llm;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides after each fault whether this model is asked again in this grading, and when: outages and
 * throttles are counted apart, and no pause is begun that leaves no time for a call.
 */
final class Persistence {

    private final RetrySettings settings;
    private final Budget budget;
    private final IntervalFunction backoff;
    private int outages;
    private int throttles;
    private Optional<Fault> before = Optional.empty();

    Persistence(RetrySettings settings, Budget budget) {
        this.settings = settings;
        this.budget = budget;
        this.backoff =
                IntervalFunction.ofExponentialRandomBackoff(
                        settings.backoff(),
                        settings.multiplier(),
                        settings.jitter(),
                        settings.maxBackoff());
    }

    synchronized CallFailed after(CallFailed failed) {
        CallFailed decided = decide(failed);
        before = Optional.of(failed.fault());
        return decided;
    }

    private CallFailed decide(CallFailed failed) {
        return switch (failed.fault()) {
            case Fault.Throttled(var until) ->
                    throttles++ < settings.throttles() ? at(until, throttles, failed) : failed;
            case Fault.Outage(_, var until, _) ->
                    outages++ < settings.outages() ? at(until, outages, failed) : failed;
            case Fault.TimedOut(boolean byDeadline, _) ->
                    byDeadline
                            ? failed.noTimeLeft()
                            : outages++ < settings.outages()
                                    ? at(Optional.empty(), outages, failed)
                                    : failed;
            // What opened the breaker in the middle of this grading says more than that it is open.
            case Fault.CircuitOpen _ -> before.map(CallFailed::of).orElse(failed);
            default -> failed;
        };
    }

    private CallFailed at(Optional<Instant> until, int times, CallFailed failed) {
        Duration own = Duration.ofMillis(backoff.apply(times));
        Duration asked =
                until.map(instant -> Duration.between(budget.clock().instant(), instant))
                        .orElse(Duration.ZERO);
        Duration pause = until.isPresent() && asked.isPositive() ? asked : own;
        if (budget.allows(pause)) {
            return failed.again(pause);
        }
        // A provider that asks for more time than there is has decided; else time has run out.
        return until.isPresent() ? failed : failed.noTimeLeft();
    }
}
