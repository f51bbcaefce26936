package io.evenhand.grading.work;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Hold;
import io.evenhand.grading.KeyUse;
import io.evenhand.grading.ModelUsed;
import io.evenhand.grading.Usage;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The gradings as the reactive side sees them; tells who waits when one has changed. */
@Component
public class Ledger {

    /** How soon a change that another instance made is seen. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Gradings gradings;
    private final Storage storage;
    private final ApplicationEventPublisher events;
    private final Sinks.Many<GradingId> changes = Sinks.many().multicast().directBestEffort();

    private final Sinks.Empty<Void> closing = Sinks.empty();

    Ledger(Gradings gradings, Storage storage, ApplicationEventPublisher events) {
        this.gradings = gradings;
        this.storage = storage;
        this.events = events;
    }

    Mono<Optional<KeyUse>> add(Grading grading, Optional<KeyUse> key, String actor) {
        return storage.inTransaction(() -> gradings.add(grading, key, actor));
    }

    Mono<Optional<KeyUse>> key(TenantId tenant, Sha256 keyHash, Instant usedAfter) {
        return storage.inTransaction(() -> gradings.key(tenant, keyHash, usedAfter));
    }

    public Mono<Grading> find(TenantId tenant, GradingId id) {
        return storage.inTransaction(() -> gradings.find(tenant, id)).flatMap(Mono::justOrEmpty);
    }

    /**
     * The grading that a client names, or a refusal: another tenant's is as unknown as one that
     * never was.
     */
    public Mono<Grading> get(TenantId tenant, String id) {
        return Mono.just(new GradingId(id))
                .filter(GradingId::isWellFormed)
                .flatMap(known -> find(tenant, known))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                ProblemCode.NOT_FOUND,
                                                "There is no such grading.")));
    }

    public Mono<List<Grading>> page(GradingQuery query) {
        return storage.inTransaction(() -> gradings.page(query));
    }

    public Mono<List<HistoryEntry>> history(TenantId tenant, GradingId id) {
        return storage.inTransaction(() -> gradings.history(tenant, id));
    }

    /** Tells what models took for something that is not stored. */
    Mono<Void> used(TenantId tenant, Usage spent) {
        return spent.isNone()
                ? Mono.empty()
                : storage.inTransaction(
                                () -> {
                                    events.publishEvent(new ModelUsed(tenant, spent));
                                    return tenant;
                                })
                        .then();
    }

    /** What was made of it since is to go with the texts that it was made of. */
    Mono<Void> erasedMeanwhile(Grading withTexts) {
        return storage.inTransaction(
                        () -> {
                            events.publishEvent(new GradingErased(withTexts));
                            return withTexts;
                        })
                .then();
    }

    /** Empty if it was not moved; see {@link Gradings#move}. */
    Mono<Grading> move(
            Grading grading,
            Optional<Integer> attempt,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> move) {
        return move(grading, attempt, event, actor, move, Usage.NONE);
    }

    /**
     * The same, and tells what models took.
     *
     * @param spent is spent even if the grading is not moved any more
     */
    Mono<Grading> move(
            Grading grading,
            Optional<Integer> attempt,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> move,
            Usage spent) {
        TenantId tenant = grading.tenant();
        return storage.inTransaction(
                        () -> {
                            var moved =
                                    gradings.move(
                                            tenant, grading.id(), attempt, event, actor, move);
                            // last, since it locks what other gradings of the tenant want too
                            if (!spent.isNone()) {
                                events.publishEvent(new ModelUsed(tenant, spent));
                            }
                            return moved;
                        })
                .flatMap(Mono::justOrEmpty)
                .doOnNext(moved -> changed(moved.id()));
    }

    /**
     * Moves many in one transaction, in the order of their ids, so that two that do so never wait
     * for each other; those that it does not move any more are left out.
     */
    Mono<List<Grading>> moveAll(
            TenantId tenant,
            List<GradingId> ids,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> move) {
        return storage.inTransaction(
                        () ->
                                ids.stream()
                                        .sorted(Comparator.comparing(GradingId::value))
                                        .flatMap(
                                                id ->
                                                        gradings
                                                                .move(
                                                                        tenant,
                                                                        id,
                                                                        Optional.empty(),
                                                                        event,
                                                                        actor,
                                                                        move)
                                                                .stream())
                                        .toList())
                .doOnNext(moved -> moved.forEach(grading -> changed(grading.id())));
    }

    public Mono<List<TenantId>> withAbandoned() {
        return storage.inTransaction(gradings::withAbandoned);
    }

    public Mono<List<Grading>> claimAbandoned(TenantId tenant, int most, Duration lease) {
        return storage.inTransaction(() -> gradings.claimAbandoned(tenant, most, lease));
    }

    public Mono<List<TenantId>> withDue() {
        return storage.inTransaction(gradings::withDue);
    }

    public Mono<List<Grading>> claimDue(TenantId tenant, int most, Duration lease) {
        return storage.inTransaction(() -> gradings.claimDue(tenant, most, lease));
    }

    Mono<List<Hold>> renew(List<Hold> holds, Instant until) {
        return storage.inTransaction(() -> gradings.renew(holds, until));
    }

    public Mono<Integer> endLeases(Instant until) {
        return storage.inTransaction(() -> gradings.endLeases(until));
    }

    public Mono<Integer> forgetKeys(Instant usedBefore) {
        return storage.inTransaction(() -> gradings.forgetKeys(usedBefore));
    }

    /** The grading as soon as the version is another, or as it is when the time is over. */
    public Mono<Grading> changedFrom(TenantId tenant, GradingId id, long version, Duration wait) {
        return awaited(tenant, id, grading -> grading.version() != version, wait);
    }

    /** The grading as soon as it is no longer open, or as it is when the time is over. */
    public Mono<Grading> settled(TenantId tenant, GradingId id, Duration wait) {
        return awaited(tenant, id, grading -> !grading.status().isOpen(), wait);
    }

    private Mono<Grading> awaited(
            TenantId tenant, GradingId id, Predicate<Grading> enough, Duration wait) {
        Flux<Long> own = changes.asFlux().filter(id::equals).map(ignored -> 0L);
        return Flux.merge(Flux.interval(Duration.ZERO, GLANCE), own)
                .onBackpressureLatest()
                .concatMap(ignored -> version(tenant, id), 1)
                .distinctUntilChanged()
                .concatMap(ignored -> find(tenant, id), 1)
                .takeUntil(enough)
                .take(wait)
                .takeUntilOther(closing.asMono())
                .takeLast(1)
                .next()
                .switchIfEmpty(find(tenant, id));
    }

    /** Whoever waits for a change is told how things stand, now and from now on. */
    void waitNoMore() {
        closing.tryEmitEmpty();
    }

    private Mono<Long> version(TenantId tenant, GradingId id) {
        return storage.inTransaction(() -> gradings.version(tenant, id)).flatMap(Mono::justOrEmpty);
    }

    /** Wakes whoever waits for it. */
    void changed(GradingId id) {
        synchronized (changes) {
            changes.tryEmitNext(id);
        }
    }
}
