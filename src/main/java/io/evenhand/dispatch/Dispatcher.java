package io.evenhand.dispatch;

import io.evenhand.grading.Grading;
import io.evenhand.grading.KeyUse;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at the store again and again and takes up what it finds, as far as there is room. */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    private final GradingDesk desk;
    private final Bulk bulk;
    private final Ledger ledger;
    private final DispatchSettings settings;
    private final EmbeddedStore store;
    private final Clock clock;
    private final Instant started;
    private final AtomicInteger regrading = new AtomicInteger();
    private final Disposable.Composite looks = Disposables.composite();

    Dispatcher(
            GradingDesk desk,
            Bulk bulk,
            Ledger ledger,
            DispatchSettings settings,
            EmbeddedStore store,
            Clock clock) {
        this.desk = desk;
        this.bulk = bulk;
        this.ledger = ledger;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.started = clock.instant();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        looks.add(freed().thenMany(every(settings.interval(), Mono.defer(this::look))).subscribe());
        looks.add(bulkLooks().subscribe());
        looks.add(
                every(
                                SWEEP,
                                Mono.defer(
                                                () ->
                                                        ledger.forgetKeys(
                                                                clock.instant().minus(KeyUse.LIFE)))
                                        .then())
                        .subscribe());
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        looks.dispose();
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

    /**
     * At its time, and as soon as it runs low; what somebody waits for is taken up before. One look
     * at a time, or each would fill the same room.
     */
    private Flux<Void> bulkLooks() {
        return Flux.merge(Flux.interval(settings.interval()), bulk.hunger())
                .onBackpressureLatest()
                .concatMap(
                        tick ->
                                takeUpAbandoned()
                                        .then(bulk.look())
                                        .onErrorResume(Dispatcher::later),
                        1);
    }

    private Mono<Void> look() {
        return takeUpAbandoned().then(regradeDue());
    }

    private Mono<Void> takeUpAbandoned() {
        int room = Math.min(settings.batch(), desk.room());
        return room == 0
                ? Mono.empty()
                : ledger.claimAbandoned(room, desk.lease())
                        .doOnNext(claimed -> claimed.forEach(this::takeUp))
                        .then();
    }

    private void takeUp(Grading claimed) {
        resumed(claimed).subscribe();
    }

    /** Whatever goes wrong with one of them, the others and the next look are not touched. */
    private Mono<Grading> resumed(Grading claimed) {
        return Mono.defer(() -> desk.resume(claimed)).onErrorComplete();
    }

    /** Asks for no more at a time than one batch, however slow the model is. */
    private Mono<Void> regradeDue() {
        int room = Math.min(settings.regradeBatch() - regrading.get(), desk.room());
        return room <= 0 || !desk.modelIsReady()
                ? Mono.empty()
                : ledger.claimDue(room, desk.lease()).doOnNext(this::regrade).then();
    }

    private void regrade(List<Grading> claimed) {
        regrading.addAndGet(claimed.size());
        claimed.forEach(
                grading ->
                        resumed(grading)
                                .doFinally(signal -> regrading.decrementAndGet())
                                .subscribe());
    }

    private static Flux<Void> every(Duration interval, Mono<Void> look) {
        return look.onErrorResume(Dispatcher::later)
                .repeatWhen(ended -> ended.delayElements(interval));
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn(
                "The store could not be looked at ({}); trying again.", error.getClass().getName());
        return Mono.empty();
    }
}
