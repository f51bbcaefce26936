package io.evenhand.batch;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.BatchTally;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.KeyUse;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What there is to do about batches: gradings to claim, and batches that have come to an end. */
@Component
public class BatchWork {

    private static final int CANCELLED_AT_ONCE = 200;

    private final Batches batches;
    private final BatchedGradings gradings;
    private final GradingDesk desk;
    private final Storage storage;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchWork(
            Batches batches,
            BatchedGradings gradings,
            GradingDesk desk,
            Storage storage,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.gradings = gradings;
        this.desk = desk;
        this.storage = storage;
        this.events = events;
        this.clock = clock;
    }

    /** Of all tenants, the oldest first. */
    public Mono<List<Batch>> running() {
        return storage.inTransaction(batches::running);
    }

    /** Claims gradings of a batch, no more at a time than its money allows. */
    public Mono<List<Grading>> claim(TenantId tenant, BatchId id, int most) {
        return storage.inTransaction(
                () ->
                        batches.find(tenant, id)
                                .filter(batch -> batch.status() == BatchStatus.RUNNING)
                                .map(batch -> claimed(batch, most))
                                .orElse(List.of()));
    }

    private List<Grading> claimed(Batch batch, int most) {
        int affordable = Math.min(most, affordable(batch, most));
        return affordable <= 0
                ? List.of()
                : gradings.claim(
                        batch.tenant(),
                        batch.id(),
                        batch.pace().pilotUntil(),
                        affordable,
                        desk.lease());
    }

    private int affordable(Batch batch, int most) {
        if (batch.terms().maxCost().isEmpty() || batch.pace().budgetSpent()) {
            return most;
        }
        BatchTally tally = gradings.tally(batch.tenant(), batch.id(), batch.received().total());
        Spending spending = new Spending(batch.terms().maxCost().get(), tally);
        if (spending.isOver()) {
            batches.lock(batch.tenant(), batch.id()).map(Batch::spent).ifPresent(batches::update);
            return most;
        }
        return spending.affordable();
    }

    /** Ends, pauses and closes the batches of which that can be said now. */
    public Mono<Void> settle() {
        return storage.inTransaction(this::ending)
                .flatMapIterable(ending -> ending)
                .concatMap(batch -> moved(batch, this::ended))
                .then(closeCancelled())
                .then(cancelStale());
    }

    /** Looked for without a lock, which most of them need not at most looks. */
    private List<Batch> ending() {
        return batches.running().stream()
                .filter(batch -> !anyOpen(batch, batch.pace().pilotUntil()))
                .toList();
    }

    /**
     * No grading of a batch that runs becomes open again, and none is added: once it is said that
     * none is open, that stays so. The lock lets one transaction say it.
     */
    private Batch ended(Batch batch) {
        if (batch.status() != BatchStatus.RUNNING) {
            return batch;
        }
        if (!anyOpen(batch, Optional.empty())) {
            events.publishEvent(new BatchCompleted(batch.tenant(), batch.id()));
            return batch.completed(now());
        }
        Optional<GradingId> pilot = batch.pace().pilotUntil();
        return pilot.isPresent() && !anyOpen(batch, pilot) ? batch.paused() : batch;
    }

    private boolean anyOpen(Batch batch, Optional<GradingId> upTo) {
        return gradings.anyOpen(batch.tenant(), batch.id(), upTo);
    }

    private Mono<Void> closeCancelled() {
        return storage.inTransaction(batches::closing)
                .flatMapIterable(closing -> closing)
                .concatMap(this::close)
                .then();
    }

    /** Cancels what is open of a cancelled batch; whatever is left, the next look finds. */
    public Mono<Void> close(Batch batch) {
        return storage.inTransaction(
                        () -> gradings.open(batch.tenant(), batch.id(), CANCELLED_AT_ONCE))
                .flatMap(open -> cancelled(batch, open).thenReturn(open.size()))
                .repeat()
                .takeUntil(count -> count < CANCELLED_AT_ONCE)
                .then(moved(batch, this::closed));
    }

    private Mono<Void> cancelled(Batch batch, List<GradingId> open) {
        return desk.cancel(batch.tenant(), open, CancelReason.ON_REQUEST, batch.terms().actor());
    }

    private Batch closed(Batch batch) {
        boolean done =
                batch.status() == BatchStatus.CANCELLED
                        && batch.completedAt().isEmpty()
                        && !anyOpen(batch, Optional.empty());
        return done ? batch.closed(now()) : batch;
    }

    /** An upload that no key can go on with any more. */
    private Mono<Void> cancelStale() {
        return storage.inTransaction(() -> batches.stale(now().minus(KeyUse.LIFE)))
                .flatMapIterable(stale -> stale)
                .concatMap(batch -> moved(batch, this::givenUp))
                .then();
    }

    private Batch givenUp(Batch batch) {
        return batch.status() == BatchStatus.RECEIVING ? batch.cancelled() : batch;
    }

    private Mono<Void> moved(Batch known, UnaryOperator<Batch> move) {
        return storage.inTransaction(
                        () ->
                                batches.lock(known.tenant(), known.id())
                                        .map(batch -> update(batch, move.apply(batch))))
                .then();
    }

    private Batch update(Batch before, Batch after) {
        if (!after.equals(before)) {
            batches.update(after);
        }
        return after;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
