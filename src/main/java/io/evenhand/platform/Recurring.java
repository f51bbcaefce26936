package io.evenhand.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/**
 * Has something done again and again until it is stopped: one round at a time, and a moment that
 * comes while a round is under way is let pass. A round must not end in an error.
 */
public final class Recurring {

    private final Disposable.Swap rounds = Disposables.swap();

    /** The first time after {@code first}, then every {@code interval}. */
    public void start(Duration first, Duration interval, Supplier<? extends Publisher<?>> round) {
        rounds.replace(
                Flux.interval(first, interval)
                        .onBackpressureDrop()
                        .concatMap(tick -> round.get(), 1)
                        .subscribe());
    }

    /** For good. */
    public void stop() {
        rounds.dispose();
    }
}
