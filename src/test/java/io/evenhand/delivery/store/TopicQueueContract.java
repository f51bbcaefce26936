package io.evenhand.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.EventTopic;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.MessageId;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.GradingIds;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What every store of events for the topic does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TopicQueueContract {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private SettableClock clock;
    private TestDatabase database;
    private JdbcDeliveries deliveries;
    private JdbcTopicQueue queue;

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
        clock.advance(Duration.ofNanos(-clock.instant().getNano() % 1000));
        deliveries = new JdbcDeliveries(database.operations(), new StorageJson(), clock);
        queue = new JdbcTopicQueue(database.operations(), new StorageJson(), clock);
        database.clear();
    }

    @Test
    void claimsOfAllTenantsTheLongestDueFirst() {
        Delivery first = due("acme");
        clock.advance(Duration.ofSeconds(1));
        Delivery second = due("rival");
        due("acme");

        assertThat(claim(2)).extracting(Delivery::id).containsExactly(first.id(), second.id());
        assertThat(claim(2)).hasSize(1);
        assertThat(claim(2)).isEmpty();
    }

    @Test
    void whatIsDoneIsGone() {
        due("acme");
        Delivery claimed = claim(1).getFirst();

        assertThat(inTx(() -> queue.done(claimed))).isTrue();

        clock.advance(LEASE);
        assertThat(claim(1)).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void aResultOfAnOlderAttemptChangesNothing() {
        due("acme");
        Delivery lost = claim(1).getFirst();
        clock.advance(LEASE);
        Delivery again = claim(1).getFirst();
        assertThat(again.attempt()).isEqualTo(2);

        assertThat(inTx(() -> queue.done(lost))).isFalse();
        assertThat(inTx(() -> queue.later(lost, clock.instant()))).isFalse();

        assertThat(claim(1)).isEmpty();
        assertThat(inTx(() -> queue.done(again))).isTrue();
    }

    @Test
    void whatTheBrokersDidNotTakeKeepsItsPlace() {
        Delivery first = due("acme");
        clock.advance(Duration.ofSeconds(1));
        due("acme");
        Delivery claimed = claim(1).getFirst();

        inTx(() -> queue.later(claimed, claimed.dueAt()));

        assertThat(claim(1)).extracting(Delivery::id).containsExactly(first.id());
    }

    @Test
    void neverForgetsWhatWaits() {
        due("acme");
        clock.advance(Duration.ofDays(365));

        assertThat(inTx(() -> deliveries.forget(clock.instant()))).isZero();
        assertThat(claim(1)).hasSize(1);
    }

    @Test
    void nothingIsClaimedTwiceHoweverManyClaim() throws Exception {
        for (int i = 0; i < 40; i++) {
            due("acme");
        }
        List<Future<List<Delivery>>> claims = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                claims.add(threads.submit(this::claimAll));
            }
        }
        List<Delivery> claimed = new ArrayList<>();
        for (Future<List<Delivery>> claim : claims) {
            claimed.addAll(claim.get());
        }

        assertThat(claimed).hasSize(40).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    private List<Delivery> claimAll() {
        List<Delivery> all = new ArrayList<>();
        List<Delivery> some = claim(3);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = claim(3);
        }
        return all;
    }

    private Delivery due(String tenant) {
        Delivery delivery =
                Delivery.due(
                        new TenantId(tenant),
                        EventTopic.LISTENER,
                        MessageId.next(),
                        EventType.GRADING_COMPLETED,
                        new Subject.OneGrading(new GradingIds().next(), 1),
                        clock.instant());
        return inTx(
                () -> {
                    deliveries.add(delivery);
                    return delivery;
                });
    }

    private List<Delivery> claim(int most) {
        return inTx(() -> queue.claim(most, LEASE));
    }

    private int count() {
        return database.jdbc()
                .sql("select count(*) from webhook_delivery")
                .query(Integer.class)
                .single();
    }

    private <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
