package io.evenhand.interviews.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.interviews.Interview;
import io.evenhand.interviews.Interview.Item;
import io.evenhand.interviews.Interviews;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How every store keeps versions of interviews apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InterviewsContract {

    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private TestDatabase database;
    private Interviews interviews;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        interviews = new JdbcInterviews(database.jdbc(), new StorageJson(), new SettableClock());
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
    void whatWasAddedIsFoundWithAllThatItHolds() {
        Interview added = tx(() -> interviews.add(TENANT, interview("a", "First"))).orElseThrow();

        assertThat(added).isEqualTo(interview("a", "First").in(1));
        assertThat(tx(() -> interviews.latest(TENANT, "a"))).contains(added);
        assertThat(tx(() -> interviews.add(TENANT, interview("a", "Again")))).isEmpty();
    }

    @Test
    void aNewVersionLeavesTheOldOneAsItWas() {
        tx(() -> interviews.add(TENANT, interview("a", "First")));
        tx(() -> interviews.renew(TENANT, interview("a", "Second"), 1));

        assertThat(tx(() -> interviews.latest(TENANT, "a")).orElseThrow().version()).isEqualTo(2);
        assertThat(tx(() -> interviews.version(TENANT, "a", 1)).orElseThrow().title())
                .isEqualTo("First");
        assertThat(tx(() -> interviews.version(TENANT, "a", 3))).isEmpty();
        assertThat(tx(() -> interviews.renew(TENANT, interview("a", "Late"), 1))).isEmpty();
    }

    @Test
    void ofTwoWhoReplaceTheSameVersionOneWins() {
        tx(() -> interviews.add(TENANT, interview("a", "First")));
        CyclicBarrier barrier = new CyclicBarrier(2);

        List<CompletableFuture<Boolean>> both =
                Stream.of("One", "Other")
                        .map(
                                title ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        tx(
                                                                () -> {
                                                                    barrier.await();
                                                                    return interviews
                                                                            .renew(
                                                                                    TENANT,
                                                                                    interview(
                                                                                            "a",
                                                                                            title),
                                                                                    1)
                                                                            .isPresent();
                                                                })))
                        .toList();

        assertThat(both.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(true, false);
        assertThat(tx(() -> interviews.latest(TENANT, "a")).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void putAddsWhateverIsThere() {
        assertThat(tx(() -> interviews.put(TENANT, interview("a", "First"))).version())
                .isEqualTo(1);
        assertThat(tx(() -> interviews.put(TENANT, interview("a", "Second"))).version())
                .isEqualTo(2);
    }

    @Test
    void pagesHoldTheLatestVersionsInTheOrderOfTheirIds() {
        Stream.of("b", "a", "c-1", "c.2")
                .forEach(id -> tx(() -> interviews.add(TENANT, interview(id, "First"))));
        tx(() -> interviews.renew(TENANT, interview("b", "Second"), 1));

        assertThat(tx(() -> interviews.page(TENANT, Optional.empty(), 2)))
                .extracting(i -> i.id() + " " + i.version())
                .containsExactly("a 1", "b 2");
        assertThat(tx(() -> interviews.page(TENANT, Optional.of("b"), 10))).hasSize(2);
    }

    @Test
    void whatWasRemovedIsGoneWithItsVersionsAndItsIdIsFree() {
        tx(() -> interviews.put(TENANT, interview("a", "First")));
        tx(() -> interviews.put(TENANT, interview("a", "Second")));

        assertThat(tx(() -> interviews.remove(TENANT, "a"))).isTrue();
        assertThat(tx(() -> interviews.remove(TENANT, "a"))).isFalse();
        assertThat(tx(() -> interviews.version(TENANT, "a", 1))).isEmpty();
        assertThat(tx(() -> interviews.put(TENANT, interview("a", "Anew"))).version()).isEqualTo(1);
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        tx(() -> interviews.add(TENANT, interview("a", "First")));

        assertThat(tx(() -> interviews.latest(OTHER, "a"))).isEmpty();
        assertThat(tx(() -> interviews.version(OTHER, "a", 1))).isEmpty();
        assertThat(tx(() -> interviews.page(OTHER, Optional.empty(), 10))).isEmpty();
        assertThat(tx(() -> interviews.renew(OTHER, interview("a", "Theirs"), 1))).isEmpty();
        assertThat(tx(() -> interviews.remove(OTHER, "a"))).isFalse();
        assertThat(tx(() -> interviews.latest(TENANT, "a"))).isPresent();
    }

    private <T> T tx(Callable<T> work) {
        return database.inTransaction(work);
    }

    private static Interview interview(String id, String title) {
        return new Interview(
                id,
                0,
                title,
                Optional.of("Über \uD83E\uDD16 ' and \\."),
                new BigDecimal("55.5"),
                List.of(new Item("q", BigDecimal.ONE), new Item("r", new BigDecimal("2.25"))));
    }
}
