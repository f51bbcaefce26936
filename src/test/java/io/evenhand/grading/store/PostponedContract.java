package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Postponed;
import io.evenhand.grading.Samples;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What waits for a time is found by it, and can be had before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostponedContract {

    private static final TenantId OTHER = new TenantId("other");
    private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private Gradings gradings;
    private Postponed postponed;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        gradings =
                new JdbcGradings(
                        database.operations(),
                        new StorageJson(),
                        TestVaults.vault(),
                        clock,
                        moved -> {});
        postponed = new JdbcPostponed(database.jdbc());
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
    void findsWhoseGradingsWaitForATime() {
        waiting(TENANT, END);
        waiting(TENANT, END);
        waiting(OTHER, END.plusMillis(1));

        assertThat(inTx(() -> postponed.tenants(END))).containsExactly(TENANT);
        assertThat(inTx(() -> postponed.tenants(END.plusSeconds(9)))).isEmpty();
    }

    @Test
    void onlyWhatWaitsForThatTimeIsCalledForward() {
        Grading one = waiting(TENANT, END);
        Grading later = waiting(TENANT, END.plusMillis(1));
        Grading other = waiting(OTHER, END);

        int called = inTx(() -> postponed.callForward(TENANT, END, clock.instant()));

        assertThat(called).isEqualTo(1);
        assertThat(inTx(() -> gradings.claimDue(TENANT, 9, LEASE)))
                .extracting(Grading::id)
                .containsExactly(one.id());
        assertThat(stored(later).retryAt()).isEqualTo(later.retryAt());
        assertThat(stored(other).retryAt()).contains(END);
        assertThat(stored(other).version()).isEqualTo(other.version());
    }

    private Grading waiting(TenantId tenant, Instant until) {
        Grading queued =
                Grading.queued(
                        new GradingIds().next(),
                        tenant,
                        Samples.submission("It memorises the noise."),
                        Samples.NOW);
        Grading claimed = queued.claimed(clock.instant().plus(LEASE));
        return inTx(
                () -> {
                    gradings.add(claimed, Optional.empty(), "somebody");
                    return gradings.move(
                                    tenant,
                                    claimed.id(),
                                    Optional.empty(),
                                    Event.GRADED,
                                    "system",
                                    g ->
                                            g.graded(
                                                    Samples.byFallback(FallbackReason.BUDGET_SPENT),
                                                    List.of(),
                                                    Optional.of(until),
                                                    Samples.NOW))
                            .orElseThrow();
                });
    }

    private Grading stored(Grading grading) {
        return inTx(() -> gradings.find(grading.tenant(), grading.id())).orElseThrow();
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
