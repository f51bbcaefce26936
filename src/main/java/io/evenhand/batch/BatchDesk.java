package io.evenhand.batch;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.KeyUse;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where batches are handed in, looked at, cancelled and told to go on. */
@Component
public class BatchDesk {

    /** Rejected lines that are listed with a batch; the results have all of them. */
    private static final int MOST_REJECTED = 100;

    private final Batches batches;
    private final BatchedGradings gradings;
    private final Storage storage;
    private final Clock clock;
    private final Tallies tallies;

    BatchDesk(Batches batches, BatchedGradings gradings, Storage storage, Clock clock) {
        this.batches = batches;
        this.gradings = gradings;
        this.storage = storage;
        this.clock = clock;
        this.tallies = new Tallies(gradings, Ticker.systemTicker());
    }

    /** Begins a batch, or goes on with the one that the key stands for. */
    public Mono<Admission> open(TenantId tenant, Terms terms, Optional<Sha256> key) {
        return storage.inTransaction(
                () ->
                        key.flatMap(known -> known(tenant, terms, known))
                                .orElseGet(() -> begun(tenant, terms, key)));
    }

    private Optional<Admission> known(TenantId tenant, Terms terms, Sha256 key) {
        Instant now = now();
        batches.freeKey(tenant, key, now.minus(KeyUse.LIFE));
        return batches.byKey(tenant, key, now.minus(KeyUse.LIFE))
                .flatMap(found -> batches.lock(tenant, found.id()))
                .map(
                        found -> {
                            if (!found.terms().options().equals(terms.options())) {
                                throw reused("options");
                            }
                            if (found.status() != BatchStatus.RECEIVING) {
                                return new Admission(found, true, true);
                            }
                            Batch again = found.receivedAgain(now);
                            batches.update(again);
                            return new Admission(again, false, true);
                        });
    }

    private Admission begun(TenantId tenant, Terms terms, Optional<Sha256> key) {
        BatchId id = new BatchId(UlidCreator.getMonotonicUlid().toString());
        Batch batch = Batch.receiving(id, tenant, terms, now());
        if (!batches.add(batch, key)) {
            throw new Refusal(
                            ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                            "Another upload with this Idempotency-Key has just begun.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        return new Admission(batch, false, key.isPresent());
    }

    /**
     * Stores lines and the gradings that they became, all or none; refused if the upload has come
     * again meanwhile, or its batch was cancelled.
     */
    public Mono<Batch> add(Batch known, List<BatchLine> lines, List<Grading> accepted) {
        return storage.inTransaction(
                () -> {
                    Batch batch = ownUpload(known);
                    Batch more =
                            batch.received(
                                    batch.received()
                                            .plus(
                                                    lines.getLast().number(),
                                                    accepted.size(),
                                                    lines.size() - accepted.size()),
                                    now());
                    batches.update(more);
                    batches.addLines(more, lines);
                    gradings.add(accepted, more.terms().actor());
                    return more;
                });
    }

    /** The upload is whole: grading may start. */
    public Mono<Batch> whole(Batch known) {
        return storage.inTransaction(
                () -> {
                    Batch batch = ownUpload(known);
                    return updated(
                            batch.terms().isHeld()
                                    ? batch.held(now())
                                    : batch.started(
                                            batch.terms().pilot().flatMap(n -> pilot(batch, n)),
                                            now()));
                });
    }

    private Optional<GradingId> pilot(Batch batch, int first) {
        return batches.pilot(batch.tenant(), batch.id(), first);
    }

    private Batch ownUpload(Batch known) {
        return batches.lock(known.tenant(), known.id())
                .filter(batch -> batch.status() == BatchStatus.RECEIVING)
                .filter(batch -> batch.received().upload() == known.received().upload())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ProblemCode.CONFLICT,
                                        "The upload was begun again elsewhere, or cancelled."));
    }

    /** Nobody can go on with this upload: nothing of it is ever graded. */
    public Mono<Void> abandon(Batch known) {
        return storage.inTransaction(
                        () ->
                                batches.lock(known.tenant(), known.id())
                                        .filter(b -> b.status() == BatchStatus.RECEIVING)
                                        .map(Batch::cancelled)
                                        .map(this::updated))
                .then();
    }

    public Mono<List<BatchLine>> lines(Batch batch, int after, int most) {
        return storage.inTransaction(() -> batches.lines(batch.tenant(), batch.id(), after, most));
    }

    public Mono<List<Grading>> gradings(TenantId tenant, Collection<GradingId> ids) {
        return storage.inTransaction(() -> gradings.find(tenant, ids));
    }

    /**
     * The batch that a client names, or a refusal: another tenant's is as unknown as one that never
     * was.
     */
    public Mono<Batch> get(TenantId tenant, String id) {
        return Mono.just(new BatchId(id))
                .filter(BatchId::isWellFormed)
                .flatMap(known -> find(tenant, known))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                ProblemCode.NOT_FOUND, "There is no such batch.")));
    }

    /** Empty if it is unknown. */
    public Mono<Batch> find(TenantId tenant, BatchId id) {
        return storage.inTransaction(() -> batches.find(tenant, id)).flatMap(Mono::justOrEmpty);
    }

    /** How a batch stands now. */
    public Mono<Standing> standing(Batch known) {
        return storage.inTransaction(
                () -> {
                    Batch batch = batches.find(known.tenant(), known.id()).orElse(known);
                    return new Standing(
                            batch,
                            tallies.of(batch),
                            batches.rejected(batch.tenant(), batch.id(), MOST_REJECTED));
                });
    }

    /** The newest batches of a tenant, the newest first. */
    public Mono<List<Batch>> newest(TenantId tenant, int most) {
        return storage.inTransaction(() -> batches.newest(tenant, most));
    }

    /** Lets nothing more of it begin; what is open is cancelled soon after. */
    public Mono<Batch> cancel(Batch known) {
        return changed(
                known,
                batch -> {
                    if (batch.status() == BatchStatus.COMPLETED) {
                        throw conflict("It is completed: there is nothing to cancel.");
                    }
                    return batch.status().isOver() ? batch : updated(batch.cancelled());
                });
    }

    /** Goes on after the pilot. */
    public Mono<Batch> resume(Batch known) {
        return resume(known, Optional.empty());
    }

    /**
     * Goes on after a pause.
     *
     * @param pilot how many of all lines are graded before it pauses once more
     */
    public Mono<Batch> resume(Batch known, Optional<Integer> pilot) {
        return changed(
                known,
                batch -> {
                    if (batch.status() != BatchStatus.PAUSED) {
                        throw conflict("Only a batch that is PAUSED after its pilot goes on.");
                    }
                    int settled = tallies.now(batch).settled();
                    return updated(
                            batch.resumed(pilot.flatMap(n -> pilot(batch, n)), settled, now()));
                });
    }

    private Mono<Batch> changed(Batch known, UnaryOperator<Batch> change) {
        return storage.inTransaction(
                () -> change.apply(batches.lock(known.tenant(), known.id()).orElseThrow()));
    }

    private Batch updated(Batch batch) {
        batches.update(batch);
        return batch;
    }

    private static Refusal conflict(String detail) {
        return new Refusal(ProblemCode.CONFLICT, detail);
    }

    /** Refuses a key that came before with something else. */
    public static Refusal reused(String what) {
        return new Refusal(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key came with other " + what + " before. Use a new key.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
