package io.evenhand.batch.store;

import static io.evenhand.grading.Samples.NOW;
import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchLine;
import io.evenhand.batch.BatchSamples;
import io.evenhand.batch.BatchStatus;
import io.evenhand.batch.Batches;
import io.evenhand.batch.Received;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingIds;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.support.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store of batches does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BatchesContract {

    private static final TenantId OTHER = new TenantId("other");
    private static final Sha256 KEY = Sha256.of("key");
    private static final GradingIds IDS = new GradingIds();

    private TestDatabase database;
    private Batches batches;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        batches = new JdbcBatches(database.jdbc(), new StorageJson(), TestVaults.vault());
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void findsABatchAsItIs() {
        Batch batch = add(BatchSamples.receiving());
        Batch running = BatchSamples.running(batch, IDS.next());

        inTx(
                () -> {
                    batches.update(running);
                    return running;
                });

        assertThat(inTx(() -> batches.find(TENANT, batch.id()))).contains(running);
        assertThat(inTx(() -> batches.lock(TENANT, batch.id()))).contains(running);
        assertThat(inTx(() -> batches.running())).containsExactly(running);
    }

    @Test
    void listsTheNewestFirst() {
        Batch older = add(BatchSamples.receiving());
        Batch newer = add(BatchSamples.receiving());

        assertThat(inTx(() -> batches.newest(TENANT, 9))).containsExactly(newer, older);
        assertThat(inTx(() -> batches.newest(TENANT, 1))).containsExactly(newer);
        assertThat(inTx(() -> batches.newest(OTHER, 9))).isEmpty();
    }

    @Test
    void knowsNothingOfAnotherTenant() {
        Batch batch = BatchSamples.receiving();
        inTx(() -> batches.add(batch, Optional.of(KEY)));
        inTx(() -> added(batch, accepted(1)));

        assertThat(inTx(() -> batches.find(OTHER, batch.id()))).isEmpty();
        assertThat(inTx(() -> batches.lock(OTHER, batch.id()))).isEmpty();
        assertThat(inTx(() -> batches.byKey(OTHER, KEY, NOW.minusSeconds(1)))).isEmpty();
        assertThat(inTx(() -> batches.lines(OTHER, batch.id(), 0, 10))).isEmpty();
        assertThat(inTx(() -> batches.rejected(OTHER, batch.id(), 10))).isEmpty();
        assertThat(inTx(() -> batches.pilot(OTHER, batch.id(), 1))).isEmpty();
    }

    @Test
    void aKeyStandsForOneBatchUntilItIsFreed() {
        Batch first = BatchSamples.receiving();
        Batch second = BatchSamples.receiving();
        assertThat(inTx(() -> batches.add(first, Optional.of(KEY)))).isTrue();

        assertThat(inTx(() -> batches.add(second, Optional.of(KEY)))).isFalse();
        assertThat(inTx(() -> batches.byKey(TENANT, KEY, NOW.minusSeconds(1)))).contains(first);
        assertThat(inTx(() -> batches.byKey(TENANT, KEY, NOW))).isEmpty();

        inTx(() -> freed(NOW.minusSeconds(1)));
        assertThat(inTx(() -> batches.add(second, Optional.of(KEY)))).isFalse();
        inTx(() -> freed(NOW));
        assertThat(inTx(() -> batches.add(second, Optional.of(KEY)))).isTrue();
        assertThat(inTx(() -> batches.find(TENANT, first.id()))).contains(first);
    }

    private boolean freed(java.time.Instant by) {
        batches.freeKey(TENANT, KEY, by);
        return true;
    }

    @Test
    void batchesWithoutAKeyAreManyToATenant() {
        assertThat(inTx(() -> batches.add(BatchSamples.receiving(), Optional.empty()))).isTrue();
        assertThat(inTx(() -> batches.add(BatchSamples.receiving(), Optional.empty()))).isTrue();
    }

    @Test
    void givesLinesInTheirOrderPageByPage() {
        Batch batch = add(BatchSamples.receiving());
        List<BatchLine> lines = List.of(accepted(1), rejected(3), accepted(7), rejected(20));
        inTx(() -> added(batch, lines.toArray(BatchLine[]::new)));

        assertThat(inTx(() -> batches.lines(TENANT, batch.id(), 0, 3)))
                .isEqualTo(lines.subList(0, 3));
        assertThat(inTx(() -> batches.lines(TENANT, batch.id(), 7, 3)))
                .isEqualTo(lines.subList(3, 4));
        assertThat(inTx(() -> batches.rejected(TENANT, batch.id(), 1)))
                .isEqualTo(lines.subList(1, 2));
        assertThat(inTx(() -> batches.rejected(TENANT, batch.id(), 9))).hasSize(2);
    }

    @Test
    void aPilotEndsWithItsLastGradingUnlessItIsAllOfTheBatch() {
        Batch batch = add(BatchSamples.receiving());
        BatchLine second = accepted(4);
        inTx(() -> added(batch, accepted(1), rejected(2), second, accepted(5)));

        assertThat(inTx(() -> batches.pilot(TENANT, batch.id(), 2)))
                .contains(((BatchLine.Accepted) second.fate()).grading());
        assertThat(inTx(() -> batches.pilot(TENANT, batch.id(), 3))).isEmpty();
        assertThat(inTx(() -> batches.pilot(TENANT, batch.id(), 9))).isEmpty();
    }

    @Test
    void findsWhatIsToBeClosedAndWhatIsStale() {
        Batch stale = add(BatchSamples.receiving());
        Batch cancelled = add(BatchSamples.with(stale, BatchStatus.CANCELLED));

        assertThat(inTx(() -> batches.closing())).containsExactly(cancelled);
        assertThat(inTx(() -> batches.stale(NOW))).containsExactly(stale);
        assertThat(inTx(() -> batches.stale(NOW.minusSeconds(1)))).isEmpty();
    }

    @Test
    void oneTransactionAtATimeHoldsABatch() throws Exception {
        Batch batch = add(BatchSamples.receiving());
        CountDownLatch held = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Batch> first = threads.submit(() -> inTx(() -> counted(batch, held)));
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Batch> second = threads.submit(() -> inTx(() -> counted(batch, held)));
            first.get();

            assertThat(second.get().received().total()).isEqualTo(2);
        }
    }

    private Batch counted(Batch batch, CountDownLatch held) {
        Batch locked = batches.lock(TENANT, batch.id()).orElseThrow();
        held.countDown();
        Received more = new Received(1, 1, locked.received().total() + 1, 0);
        Batch counted = BatchSamples.with(locked, more);
        batches.update(counted);
        return counted;
    }

    private static BatchLine accepted(int number) {
        GradingId id = IDS.next();
        return new BatchLine(
                number,
                Optional.of("c-" + number),
                Sha256.of("line " + number),
                new BatchLine.Accepted(id));
    }

    private static BatchLine rejected(int number) {
        return new BatchLine(
                number,
                Optional.empty(),
                Sha256.of("line " + number),
                new BatchLine.Rejected(
                        "MALFORMED_LINE", List.of(Violation.at("/a\u0000\uD83D", "is wrong"))));
    }

    private Batch add(Batch batch) {
        assertThat(inTx(() -> batches.add(batch, Optional.empty()))).isTrue();
        return batch;
    }

    private boolean added(Batch batch, BatchLine... lines) {
        batches.addLines(batch, List.of(lines));
        return true;
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
