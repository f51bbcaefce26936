package io.evenhand.dispatch;

import io.evenhand.grading.KeyUse;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Ledger;
import io.evenhand.platform.EmbeddedStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Looks at the store again and again and takes up what it finds, as far as there is room. */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final GradingDesk desk;
    private final Singles singles;
    private final Regrades regrades;
    private final Bulk bulk;
    private final Ledger ledger;
    private final DispatchSettings settings;
    private final EmbeddedStore store;
    private final Clock clock;
    private final Instant started;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private volatile Mono<Void> looks = Mono.empty();

    Dispatcher(
            GradingDesk desk,
            Singles singles,
            Regrades regrades,
            Bulk bulk,
            Ledger ledger,
            DispatchSettings settings,
            EmbeddedStore store,
            Clock clock) {
        this.desk = desk;
        this.singles = singles;
        this.regrades = regrades;
        this.bulk = bulk;
        this.ledger = ledger;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.started = clock.instant();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Mono<Void> all =
                Mono.when(
                                freed().then(every(settings.interval(), this::look)),
                                looks(bulkTicks(), this::bulkLook),
                                every(SWEEP, this::sweep))
                        .cache();
        looks = all;
        all.subscribe();
    }

    /**
     * Looks no more. A look that is under way is not broken off, or nobody would work on what it
     * claims; this ends when it has.
     */
    Mono<Void> stop() {
        return Mono.defer(
                () -> {
                    stop.tryEmitEmpty();
                    return looks;
                });
    }

    /**
     * On the embedded store nobody else can be at work: whatever was held before this start, a
     * crash has left. The port is open already, so leases of this start are left alone.
     */
    private Mono<Void> freed() {
        return store.isEmbedded()
                ? ledger.endLeases(started.plus(desk.lease()))
                        .onErrorResume(e -> later(e).cast(Integer.class))
                        .then()
                : Mono.empty();
    }

    /** At its time, and as soon as it runs low. */
    private Flux<Long> bulkTicks() {
        return Flux.merge(Flux.interval(settings.interval()), bulk.hunger());
    }

    /** What somebody queued for itself is taken up before. */
    private Mono<Void> bulkLook() {
        return singles.look().then(bulk.look());
    }

    private Mono<Void> look() {
        return singles.look().then(regrades.look());
    }

    private Mono<Void> sweep() {
        return ledger.forgetKeys(clock.instant().minus(KeyUse.LIFE)).then();
    }

    private Mono<Void> every(Duration interval, Supplier<Mono<Void>> look) {
        return looks(Flux.interval(Duration.ZERO, interval), look);
    }

    /** One look at a time, or each would fill the same room. */
    private Mono<Void> looks(Flux<Long> ticks, Supplier<Mono<Void>> look) {
        return ticks.takeUntilOther(stop.asMono())
                .onBackpressureLatest()
                .concatMap(tick -> Mono.defer(look).onErrorResume(Dispatcher::later), 1)
                .then();
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn(
                "The store could not be looked at ({}); trying again.", error.getClass().getName());
        return Mono.empty();
    }
}
