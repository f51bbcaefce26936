package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.NOW;
import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Usage;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.support.RowsRead;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store does with the gradings of batches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BatchedGradingsContract {

    private static final TenantId OTHER = new TenantId("other");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final GradingIds IDS = new GradingIds();

    private final BatchId batch = batchId();
    private SettableClock clock;
    private TestDatabase database;
    private BatchedGradings batched;
    private Gradings gradings;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        clock = new SettableClock();
        StorageJson json = new StorageJson();
        batched = new JdbcBatchedGradings(database.operations(), json, TestVaults.vault(), clock);
        gradings =
                new JdbcGradings(
                        database.operations(), json, TestVaults.vault(), clock, moved -> {});
        database.clear();
    }

    @Test
    void findsThemWithTheirBatch() {
        List<Grading> added = add(batch, 3);

        assertThat(inTx(() -> batched.find(TENANT, ids(added.subList(0, 2)))))
                .containsExactlyInAnyOrderElementsOf(added.subList(0, 2));
        assertThat(inTx(() -> batched.find(OTHER, ids(added)))).isEmpty();
        assertThat(inTx(() -> batched.find(TENANT, List.of()))).isEmpty();
        assertThat(inTx(() -> gradings.history(TENANT, added.getFirst().id()))).hasSize(1);
    }

    @Test
    void claimsTheFirstOfTheBatchFirstAndOnlyOfIt() {
        add(batchId(), 2);
        List<Grading> added = add(batch, 5);

        List<Grading> claimed = claim(Optional.empty(), 2);

        assertThat(ids(claimed)).isEqualTo(ids(added.subList(0, 2)));
        assertThat(claimed).allMatch(g -> g.status() == GradingStatus.GRADING);
        assertThat(ids(claim(Optional.of(added.get(3).id()), 9)))
                .isEqualTo(ids(added.subList(2, 4)));
        assertThat(inTx(() -> batched.claim(OTHER, batch, Optional.empty(), 9, LEASE))).isEmpty();
    }

    @Test
    void claimsWhatAWorkerLeftBehindBeforeAnythingNew() {
        List<Grading> added = add(batch, 3);
        claim(Optional.empty(), 1);
        clock.advance(LEASE.plusSeconds(1));

        List<Grading> again = claim(Optional.empty(), 2);

        assertThat(ids(again)).isEqualTo(ids(added.subList(0, 2)));
        assertThat(again.getFirst().attempt()).isEqualTo(2);
    }

    @Test
    void leavesAloneWhatIsHeldAndWhatIsToBeTriedLater() {
        List<Grading> added = add(batch, 2);
        claim(Optional.empty(), 1);
        claim(Optional.empty(), 1);
        move(
                added.getFirst(),
                Event.RELEASED,
                g -> g.released(Optional.of(clock.instant().plusSeconds(9))));

        assertThat(claim(Optional.empty(), 9)).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(ids(claim(Optional.empty(), 9))).isEqualTo(ids(added.subList(0, 1)));
    }

    @Test
    void noneOfThemIsClaimedWithThoseThatSomebodyWaitsFor() {
        add(batch, 2);
        Grading single = Samples.queued();
        inTx(() -> gradings.add(single, Optional.empty(), "somebody"));

        assertThat(ids(inTx(() -> gradings.claimAbandoned(TENANT, 9, LEASE))))
                .containsExactly(single.id());
    }

    @Test
    void isClaimedOnceByManyAtATime() throws Exception {
        List<Grading> added = add(batch, 60);
        List<GradingId> all = new ArrayList<>();
        // threads that share the processors by time: who tries again and again starves virtual ones
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<List<GradingId>>> claims =
                    IntStream.range(0, 6).mapToObj(i -> threads.submit(this::claimAll)).toList();
            for (Future<List<GradingId>> claim : claims) {
                all.addAll(claim.get());
            }
        }

        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(added));
    }

    private List<GradingId> claimAll() {
        List<GradingId> mine = new ArrayList<>();
        while (inTx(() -> batched.anyOpen(TENANT, batch, Optional.empty()))) {
            List<GradingId> claimed = ids(claim(Optional.empty(), 4));
            if (claimed.isEmpty() && queued() == 0) {
                return mine;
            }
            mine.addAll(claimed);
        }
        return mine;
    }

    private int queued() {
        return database.jdbc()
                .sql("select count(*) from grading where status = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    /** Or each look at a large batch would take as long as all of it. */
    @Test
    void whetherAnyIsOpenIsKnownWithoutReadingWhatIsNot() {
        Grading done = add(batch, 1).getFirst();
        move(done, Event.CLAIMED, g -> g.claimed(NOW.plus(LEASE)));
        move(
                done,
                Event.GRADED,
                g -> g.graded(Samples.byModel(), List.of(), Optional.empty(), NOW));
        many(done, 5_000);
        Map<String, Object> ofBatch =
                Map.of("tenant", TENANT.value(), "batch", batch.value(), "most", 1);

        assertThat(
                        RowsRead.by(
                                database,
                                JdbcBatchedGradings.openSql(Optional.empty()),
                                with(ofBatch, "QUEUED")))
                .isLessThan(10);
        assertThat(inTx(() -> batched.anyOpen(TENANT, batch, Optional.empty()))).isFalse();
    }

    @Test
    void whatNobodyHasBegunIsNotCounted() {
        many(add(batch, 1).getFirst(), 5_000);
        Map<String, Object> ofBatch = Map.of("tenant", TENANT.value(), "batch", batch.value());

        assertThat(RowsRead.by(database, JdbcBatchedGradings.TALLY, ofBatch)).isLessThan(30);
        assertThat(inTx(() -> batched.tally(TENANT, batch, 5_001)).of(GradingStatus.QUEUED))
                .isEqualTo(5_001);
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String status) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("status", status);
        return all;
    }

    /** As many rows like this one, none of which can be opened. */
    private void many(Grading one, int count) {
        String columns =
                "status, batch_id, revision, attempt, version, lease_until, created_at, cost,"
                        + " answer, submission, result";
        database.jdbc()
                .sql(
                        ("insert into grading (tenant, id, %1$s) select tenant, concat('copy', n), %1$s"
                                        + " from grading cross join generate_series(1, :count) as s(n)"
                                        + " where tenant = :tenant and id = :id")
                                .formatted(columns))
                .param("count", count)
                .param("tenant", one.tenant().value())
                .param("id", one.id().value())
                .update();
    }

    @Test
    void countsWhatBecameOfThemAndWhatItCost() {
        List<Grading> added = add(batch, 4);
        claim(Optional.empty(), 2);
        move(
                added.getFirst(),
                Event.GRADED,
                g -> g.graded(Samples.byModel(), List.of(), Optional.empty(), NOW));
        move(added.getLast(), Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST));

        var tally = inTx(() -> batched.tally(TENANT, batch, 4));

        assertThat(tally.of(GradingStatus.QUEUED)).isEqualTo(1);
        assertThat(tally.of(GradingStatus.GRADING)).isEqualTo(1);
        assertThat(tally.of(GradingStatus.CANCELLED)).isEqualTo(1);
        assertThat(tally.open()).isEqualTo(2);
        assertThat(tally.settled()).isEqualTo(2);
        assertThat(tally.cost().orElseThrow()).isEqualByComparingTo("0.00061");
        assertThat(tally.priced()).isEqualTo(1);
        assertThat(inTx(() -> batched.tally(OTHER, batch, 0)).counts()).isEmpty();
    }

    @Test
    void doesNotTakeWhatWasFreeForThePriceOfAGrading() {
        List<Grading> added = add(batch, 3);
        claim(Optional.empty(), 3);
        Grade paid = Samples.byModel();
        Usage nothing = new Usage(0, 0, Optional.of(new Cost(BigDecimal.ZERO, "USD")));
        move(added.get(0), Event.GRADED, g -> graded(g, paid));
        move(added.get(1), Event.GRADED, g -> graded(g, Samples.costing(paid, nothing)));
        move(added.get(2), Event.GRADED, g -> graded(g, Samples.costing(paid, nothing)));

        var tally = inTx(() -> batched.tally(TENANT, batch, 3));

        assertThat(tally.cost().orElseThrow()).isEqualByComparingTo("0.00061");
        assertThat(tally.priced()).isEqualTo(1);
    }

    private static Grading graded(Grading grading, Grade grade) {
        return grading.graded(grade, List.of(), Optional.empty(), NOW);
    }

    @Test
    void knowsWhatIsOpen() {
        List<Grading> added = add(batch, 2);
        assertThat(inTx(() -> batched.open(TENANT, batch, 9))).hasSize(2);
        move(added.getFirst(), Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST));

        assertThat(inTx(() -> batched.open(TENANT, batch, 9)))
                .containsExactly(added.getLast().id());
        assertThat(anyOpen(Optional.of(added.getFirst().id()))).isFalse();
        assertThat(anyOpen(Optional.of(added.getLast().id()))).isTrue();
        assertThat(anyOpen(Optional.empty())).isTrue();
        move(added.getLast(), Event.CANCELLED, g -> g.cancelled(CancelReason.ON_REQUEST));
        assertThat(anyOpen(Optional.empty())).isFalse();
    }

    private boolean anyOpen(Optional<GradingId> upTo) {
        return inTx(() -> batched.anyOpen(TENANT, batch, upTo));
    }

    private List<Grading> add(BatchId id, int count) {
        List<Grading> added =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        Grading.queued(
                                                IDS.next(),
                                                TENANT,
                                                Optional.of(id),
                                                Samples.submission("Noise " + i),
                                                NOW))
                        .toList();
        inTx(
                () -> {
                    batched.add(added, "somebody");
                    return added;
                });
        return added;
    }

    private List<Grading> claim(Optional<GradingId> upTo, int most) {
        return inTx(() -> batched.claim(TENANT, batch, upTo, most, LEASE));
    }

    private void move(Grading grading, Event event, UnaryOperator<Grading> move) {
        assertThat(
                        inTx(
                                () ->
                                        gradings.move(
                                                TENANT,
                                                grading.id(),
                                                Optional.empty(),
                                                event,
                                                "somebody",
                                                move)))
                .isPresent();
    }

    private static List<GradingId> ids(List<Grading> gradings) {
        return gradings.stream().map(Grading::id).toList();
    }

    private static BatchId batchId() {
        return new BatchId(UlidCreator.getMonotonicUlid().toString());
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
