package io.evenhand.grading.work;

import io.evenhand.grading.Hold;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Renews the leases of what this instance works on, three times in a lease, so that leases can be
 * short and a crash is noticed soon. What somebody else has taken meanwhile is stopped: its result
 * would not be stored.
 */
@Component
class Heartbeat implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int BEATS_IN_A_LEASE = 3;

    private final Runs runs;
    private final Ledger ledger;
    private final GradingSettings settings;
    private final Clock clock;
    private final Disposable.Swap beating = Disposables.swap();

    Heartbeat(Runs runs, Ledger ledger, GradingSettings settings, Clock clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Duration pause = settings.lease().dividedBy(BEATS_IN_A_LEASE);
        beating.update(
                Flux.interval(pause)
                        .onBackpressureDrop()
                        .concatMap(tick -> beat().onErrorResume(Heartbeat::later), 1)
                        .subscribe());
    }

    Mono<Void> beat() {
        return Mono.defer(
                () -> {
                    Instant now = clock.instant();
                    List<Run> held = runs.heldAt(now);
                    List<Hold> holds = held.stream().map(Run::hold).toList();
                    return holds.isEmpty()
                            ? Mono.empty()
                            : ledger.renew(holds, now.plus(settings.lease()))
                                    .doOnNext(still -> stopOthers(held, still))
                                    .then();
                });
    }

    private static void stopOthers(Collection<Run> held, Collection<Hold> still) {
        Set<Hold> ours = still.stream().collect(Collectors.toSet());
        held.stream().filter(run -> !ours.contains(run.hold())).forEach(Run::stop);
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn("Leases could not be renewed ({}); trying again.", error.getClass().getName());
        return Mono.empty();
    }

    @Override
    public void destroy() {
        beating.dispose();
    }
}
