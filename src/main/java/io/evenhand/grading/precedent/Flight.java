package io.evenhand.grading.precedent;

import io.evenhand.grading.Effort;
import io.evenhand.grading.Outcome;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One call to a model and those who wait for it: it goes on as long as anybody does. */
final class Flight {

    private final Instant deadline;
    private final Mono<Outcome> ask;
    private final Consumer<Flight> landed;
    private final Sinks.One<Outcome> outcome = Sinks.one();
    private final Disposable.Swap call = Disposables.swap();
    private final AtomicBoolean paid = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private int waiting;
    private boolean over;

    /**
     * @param deadline by which the call ends
     * @param ask makes the call, once
     * @param landed told when it is over, before those who wait
     */
    Flight(Instant deadline, Mono<Outcome> ask, Consumer<Flight> landed) {
        this.deadline = deadline;
        this.ask = ask;
        this.landed = landed;
    }

    Instant deadline() {
        return deadline;
    }

    /**
     * Takes a seat, which whoever has it gives back through {@link #outcome}; false if too late.
     */
    synchronized boolean board() {
        if (!over) {
            waiting++;
        }
        return !over;
    }

    /** With the first seat taken. */
    Flight boarded() {
        board();
        return this;
    }

    /**
     * What the call comes to, for one that has a seat. It costs the first of those who still wait;
     * the others get it for nothing. Each goes on by itself, since what it makes of it takes time.
     */
    Mono<Outcome> outcome() {
        return outcome.asMono()
                .doOnSubscribe(subscription -> begin())
                .map(said -> paid.compareAndSet(false, true) ? said : forNothing(said))
                .publishOn(Schedulers.parallel())
                .doFinally(signal -> leave());
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            call.replace(
                    ask.subscribe(
                            said -> {
                                end();
                                outcome.tryEmitValue(said);
                            },
                            error -> {
                                end();
                                outcome.tryEmitError(error);
                            }));
        }
    }

    private void end() {
        synchronized (this) {
            over = true;
        }
        landed.accept(this);
    }

    private void leave() {
        boolean last;
        synchronized (this) {
            waiting--;
            last = waiting == 0 && !over;
            over |= last;
        }
        if (last) {
            landed.accept(this);
            call.dispose();
        }
    }

    private static Outcome forNothing(Outcome said) {
        return switch (said) {
            case Outcome.Judged judged -> Outcome.Reused.of(judged);
            case Outcome.Unavailable(var reason, var effort, var retryAt) ->
                    new Outcome.Unavailable(reason, Effort.NONE, retryAt);
            default -> said;
        };
    }
}
