package io.evenhand.grading.work;

import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.KeyUse;
import io.evenhand.grading.Submission;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where answers are handed in: accepts, starts the work, cancels, and hands out what there is. */
@Component
public class GradingDesk {

    private static final int TURNS = 2;
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Worker worker;
    private final Runs runs;
    private final Graders graders;
    private final GradingIds ids;
    private final GradingSettings settings;
    private final DeadlineSettings deadlines;
    private final Clock clock;

    GradingDesk(
            Ledger ledger,
            Worker worker,
            Runs runs,
            Graders graders,
            GradingIds ids,
            GradingSettings settings,
            DeadlineSettings deadlines,
            Clock clock) {
        this.ledger = ledger;
        this.worker = worker;
        this.runs = runs;
        this.graders = graders;
        this.ids = ids;
        this.settings = settings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Stores the answer and starts to grade it. The work goes on whoever waits; refused before it
     * is stored if there is too much of it.
     */
    public Mono<Receipt> accept(Order order) {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return used(order, arrival)
                .flatMap(use -> replay(order, use))
                .switchIfEmpty(Mono.defer(() -> begin(order, arrival)));
    }

    private Mono<KeyUse> used(Order order, Instant arrival) {
        return Mono.justOrEmpty(order.key())
                .flatMap(
                        key ->
                                ledger.key(
                                        order.tenant(), key.keyHash(), arrival.minus(KeyUse.LIFE)))
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Receipt> begin(Order order, Instant arrival) {
        boolean full = room() == 0;
        if (full && !order.asynchronous()) {
            return Mono.error(overloaded());
        }
        Grading queued = Grading.queued(ids.next(), order.tenant(), order.submission(), arrival);
        Grading first = full ? queued : queued.claimed(arrival.plus(lease()));
        Optional<KeyUse> key = order.key().map(given -> use(order, given, first, arrival));
        return ledger.add(first, key, order.actor())
                .flatMap(
                        taken ->
                                taken.map(use -> replay(order, use))
                                        .orElseGet(() -> started(order, first, arrival, full)));
    }

    /** Refuses while there is no room; costs nothing, so that it can be asked first of all. */
    public void demandRoom() {
        if (room() == 0) {
            throw overloaded();
        }
    }

    private Refusal overloaded() {
        String why =
                runs.isClosed()
                        ? "This instance is about to stop. Try again."
                        : "Too many answers are being graded. Try again, or send"
                                + " Prefer: respond-async.";
        return new Refusal(ProblemCode.OVERLOADED, why).retryAfter(COME_BACK);
    }

    private Mono<Receipt> started(Order order, Grading first, Instant arrival, boolean full) {
        if (!full) {
            worker.start(first, arrival.plus(deadlines.deadline()), order.urgency());
        }
        return Mono.just(new Receipt.Accepted(first));
    }

    private static KeyUse use(Order order, Order.Key key, Grading grading, Instant arrival) {
        return new KeyUse(
                order.tenant(),
                key.keyHash(),
                key.bodyHash(),
                grading.id(),
                order.asynchronous(),
                arrival);
    }

    private Mono<Receipt> replay(Order order, KeyUse use) {
        boolean same = order.key().filter(k -> k.bodyHash().equals(use.bodyHash())).isPresent();
        if (!same) {
            return Mono.error(
                    new Refusal(
                            ProblemCode.IDEMPOTENCY_KEY_REUSED,
                            "This Idempotency-Key came with another body before. Use a new key."));
        }
        return ledger.find(use.tenant(), use.grading())
                .flatMap(
                        grading ->
                                isWaitedFor(grading, use)
                                        ? Mono.error(inProgress())
                                        : Mono.just(new Receipt.Replayed(grading)));
    }

    /** Whether a synchronous first request still runs; one whose patience ran out does not. */
    private boolean isWaitedFor(Grading grading, KeyUse use) {
        return grading.status().isOpen()
                && !use.asynchronous()
                && runs.of(grading.id())
                        .map(run -> !run.isDetached())
                        .orElseGet(() -> grading.isHeldAt(clock.instant()));
    }

    private static Refusal inProgress() {
        return new Refusal(
                        ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                        "The first request with this Idempotency-Key is still being graded.")
                .retryAfter(COME_BACK);
    }

    /** The grading when its work has ended, or as it is when the time is over. */
    public Mono<Grading> result(Grading accepted, Duration wait) {
        return runs.of(accepted.id())
                .map(run -> run.done().timeout(wait, comeBack(run, accepted)))
                .orElseGet(() -> ledger.find(accepted.tenant(), accepted.id()));
    }

    /** The grading when it is no longer open, whichever instance works on it. */
    public Mono<Grading> settled(Grading grading, Duration wait) {
        return ledger.settled(grading.tenant(), grading.id(), wait);
    }

    private Mono<Grading> comeBack(Run run, Grading accepted) {
        return Mono.defer(
                () -> {
                    run.detach();
                    return ledger.find(accepted.tenant(), accepted.id());
                });
    }

    /** Takes up a grading that was claimed from the store. */
    public Mono<Grading> resume(Grading claimed) {
        Instant deadline = clock.instant().plus(deadlines.deadline());
        Urgency urgency = claimed.status().isOpen() ? Urgency.BULK : Urgency.REGRADE;
        return worker.start(claimed, deadline, urgency).done();
    }

    /**
     * Grades again, keeping what is there until something better is. What is being graded at the
     * moment is not started once more; where there is no room, it is due as soon as there is.
     *
     * @param today the submission with the rubric that it is graded by now
     */
    public Mono<Grading> regrade(Grading grading, Submission today, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (grading.isHeldAt(now)) {
            return Mono.just(grading);
        }
        boolean start = room() > 0;
        return ledger.move(
                        grading,
                        Optional.empty(),
                        HistoryEntry.Event.REGRADE_ASKED,
                        actor,
                        current -> due(current.resubmitted(today, now), now, start))
                .doOnNext(
                        due -> {
                            if (start) {
                                worker.start(due, now.plus(deadlines.deadline()), Urgency.REGRADE);
                            }
                        });
    }

    private Grading due(Grading grading, Instant now, boolean start) {
        return start ? grading.claimed(now.plus(lease())) : grading;
    }

    /** Ends a grading before its first grade; empty if it is too late for that. */
    public Mono<Grading> cancel(TenantId tenant, GradingId id, CancelReason reason, String actor) {
        return ledger.find(tenant, id)
                .flatMap(
                        grading ->
                                ledger.move(
                                        grading,
                                        Optional.empty(),
                                        HistoryEntry.Event.CANCELLED,
                                        actor,
                                        current -> current.cancelled(reason)))
                .filter(cancelled -> cancelled.status() == GradingStatus.CANCELLED)
                .doOnNext(cancelled -> runs.of(id).ifPresent(Run::stop));
    }

    /** Ends those that have no grade yet, at once; the others are as they were. */
    public Mono<Void> cancel(
            TenantId tenant, List<GradingId> ids, CancelReason reason, String actor) {
        return ledger.moveAll(
                        tenant,
                        ids,
                        HistoryEntry.Event.CANCELLED,
                        actor,
                        current -> current.cancelled(reason))
                .flatMapIterable(cancelled -> cancelled)
                .doOnNext(cancelled -> runs.of(cancelled.id()).ifPresent(Run::stop))
                .then();
    }

    /** Whether it is worth asking a model again about what the fallback graded. */
    public boolean modelIsReady() {
        return graders.modelIsReady();
    }

    /**
     * As many as that, but no more than a model takes in two turns: enough that it never waits for
     * work, and so little that what stands in line is not past its deadline when its turn comes.
     */
    public int worthClaiming(int most) {
        OptionalInt atATime = graders.modelTakes();
        return atATime.isPresent() ? Math.min(most, TURNS * atATime.getAsInt()) : most;
    }

    /** How long a worker holds a grading without saying that it still does. */
    public Duration lease() {
        return settings.lease();
    }

    /** How long a client may have to wait for a grade that is stored. */
    public Duration patience() {
        return deadlines.deadline().plus(Runs.STORING);
    }

    /** How many gradings this instance works on at a time, at most. */
    public int capacity() {
        return settings.maxInFlight();
    }

    /** How many more gradings this instance would take up. */
    public int room() {
        return runs.isClosed() ? 0 : Math.max(0, settings.maxInFlight() - runs.count());
    }
}
