package io.evenhand.delivery.topic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Takes one turn after the other; a turn that has begun is ended before the service stops. */
final class TopicRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRounds.class);
    private static final Runnable NOBODY = () -> {};

    private final TopicTurn turn;
    private final Duration interval;
    private final AtomicReference<Runnable> waitsForTheEnd = new AtomicReference<>(NOBODY);
    private volatile Sinks.Empty<Void> stop = Sinks.empty();
    private volatile boolean running;
    private volatile boolean turning;

    TopicRounds(TopicTurn turn, Duration interval) {
        this.turn = turn;
        this.interval = interval;
    }

    @Override
    public void start() {
        stop = Sinks.empty();
        running = true;
        turning = true;
        Flux.interval(Duration.ZERO, interval)
                .takeUntilOther(stop.asMono())
                .onBackpressureLatest()
                .concatMap(tick -> turns(), 1)
                .doFinally(signal -> turnsNoMore())
                .subscribe();
    }

    /** Until there is nothing more to send, or nobody to take it. */
    private Mono<Void> turns() {
        AtomicBoolean more = new AtomicBoolean();
        return Mono.defer(turn::take)
                .doOnNext(more::set)
                .repeat(() -> running && more.get())
                .then()
                .onErrorResume(TopicRounds::later);
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn("The topic's turn was broken off ({}); going on.", error.getClass().getName());
        return Mono.empty();
    }

    private void turnsNoMore() {
        turning = false;
        waitsForTheEnd.getAndSet(NOBODY).run();
    }

    @Override
    public void stop() {
        stop(NOBODY);
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        waitsForTheEnd.set(callback);
        stop.tryEmitEmpty();
        if (!turning) {
            waitsForTheEnd.getAndSet(NOBODY).run();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
