package io.evenhand.delivery.send;

import io.evenhand.delivery.Deliveries;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.DeliverySettings;
import io.evenhand.delivery.Endpoint;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Looks again and again for what is due and hands it to the courier, as far as there is room. When
 * the service stops, nothing more is claimed, and what is on its way may arrive.
 */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Runnable NOBODY = () -> {};

    private final Deliveries deliveries;
    private final Courier courier;
    private final Storage storage;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Lanes lanes;
    private final Sinks.Many<Long> freed = Sinks.many().multicast().directBestEffort();
    private final AtomicReference<Runnable> waitsForTheEnd = new AtomicReference<>(NOBODY);
    private volatile Sinks.Empty<Void> stop = Sinks.empty();
    private volatile boolean running;
    private volatile boolean looking;

    Rounds(
            Deliveries deliveries,
            Courier courier,
            Storage storage,
            DeliverySettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
        this.lanes = new Lanes(settings.maxConcurrent(), settings.maxPerEndpoint());
    }

    @Override
    public void start() {
        stop = Sinks.empty();
        running = true;
        looking = true;
        Flux.merge(Flux.interval(Duration.ZERO, settings.interval()), freed.asFlux())
                .takeUntilOther(stop.asMono())
                .onBackpressureLatest()
                .concatMap(tick -> quietly(look()), 1)
                .doFinally(signal -> looksNoMore())
                .subscribe();
        Flux.interval(SWEEP)
                .takeUntilOther(stop.asMono())
                .onBackpressureDrop()
                .concatMap(tick -> quietly(forget()))
                .subscribe();
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
        endIfIdle();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void looksNoMore() {
        looking = false;
        endIfIdle();
    }

    private void endIfIdle() {
        if (!running && !looking && lanes.isEmpty()) {
            waitsForTheEnd.getAndSet(NOBODY).run();
        }
    }

    private Mono<Void> look() {
        return storage.inTransaction(this::claim)
                .doOnNext(claims -> claims.forEach(this::send))
                .then();
    }

    private List<Claim> claim() {
        List<Claim> claims = new ArrayList<>();
        int room = lanes.room();
        if (room > 0) {
            for (Endpoint endpoint : deliveries.waiting(lanes.full(), room)) {
                int most = Math.min(lanes.room(endpoint.id()), room - claims.size());
                deliveries.claim(endpoint, Math.max(0, most), settings.lease()).stream()
                        .map(delivery -> new Claim(endpoint, delivery))
                        .forEach(claims::add);
            }
        }
        return claims;
    }

    private void send(Claim claim) {
        lanes.take(claim.endpoint().id(), 1);
        courier.deliver(claim.endpoint(), claim.delivery())
                .doOnNext(answer -> lanes.heard(claim.endpoint().id(), answer.fault().isEmpty()))
                .onErrorResume(Rounds::later)
                .doFinally(signal -> freed(claim))
                .subscribe();
    }

    private void freed(Claim claim) {
        lanes.free(claim.endpoint().id());
        synchronized (freed) {
            freed.tryEmitNext(0L);
        }
        endIfIdle();
    }

    private Mono<Void> forget() {
        return storage.inTransaction(
                        () -> deliveries.forget(clock.instant().minus(settings.keep())))
                .then();
    }

    private static Mono<Void> quietly(Mono<Void> look) {
        return look.onErrorResume(Rounds::later);
    }

    private static <T> Mono<T> later(Throwable error) {
        LOG.warn("Deliveries came to a halt ({}); trying again.", error.getClass().getName());
        return Mono.empty();
    }

    /** A delivery that this instance holds, and where it is to go. */
    private record Claim(Endpoint endpoint, Delivery delivery) {}
}
