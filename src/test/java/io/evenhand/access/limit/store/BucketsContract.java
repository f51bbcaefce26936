package io.evenhand.access.limit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.access.limit.Allowance;
import io.evenhand.access.limit.Buckets;
import io.evenhand.access.limit.Quota;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.publisher.Flux;

/** All instances draw from the same buckets, and none asks the database each time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BucketsContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger transactions = new AtomicInteger();
    private volatile boolean failing;
    private TestDatabase database;
    private Storage storage;
    private Buckets one;
    private Buckets other;

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
    void begin() {
        database.clear();
        transactions.set(0);
        storage = new Storage(new CountingTransactions());
        one = instance();
        other = instance();
    }

    @AfterEach
    void end() {
        storage.destroy();
    }

    private Buckets instance() {
        return new SharedBuckets(database.jdbc(), storage, clock, PATIENCE);
    }

    @Test
    void grantsAQuotaAndThenSaysHowLongToWait() {
        Quota quota = quota(6);

        assertThat(take(one, quota))
                .isEqualTo(new Allowance(true, 5, Duration.ZERO, Duration.ofSeconds(10)));
        assertThat(granted(one, quota, 10)).isEqualTo(5);
        Allowance refused = take(one, quota);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.left()).isZero();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(10));
        assertThat(refused.full()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatWasUsedComesBackEvenly() {
        Quota quota = quota(6);
        granted(one, quota, 6);

        clock.advance(Duration.ofSeconds(9));
        assertThat(granted(one, quota, 3)).isZero();
        clock.advance(Duration.ofSeconds(11));
        assertThat(granted(one, quota, 3)).isEqualTo(2);
        clock.advance(Duration.ofHours(5));
        assertThat(granted(one, quota, 9)).isEqualTo(6);
    }

    @Test
    void instancesShareASmallQuotaExactly() {
        Quota quota = quota(10);

        int granted = 0;
        for (int i = 0; i < 10; i++) {
            granted += granted(one, quota, 1) + granted(other, quota, 1);
        }

        assertThat(granted).isEqualTo(10);
    }

    @Test
    void instancesShareALargeQuotaButForTheTwentiethPartThatTheyCountByThemselves() {
        Quota quota = quota(100);
        take(other, quota);

        int granted = 1 + granted(one, quota, 200) + granted(other, quota, 200);

        assertThat(granted).isBetween(100, 105);
    }

    @Test
    void whatWasGrantedTooMuchIsPaidBack() {
        Quota quota = quota(60);
        take(other, quota);
        int granted = 1 + granted(one, quota, 100) + granted(other, quota, 100);

        clock.advance(Duration.ofMinutes(1));

        assertThat(granted + granted(one, quota, 200)).isBetween(117, 123);
    }

    @Test
    void requestsThatComeAtOnceAreGrantedNoMoreThanTheQuota() {
        Quota quota = quota(10);

        List<Allowance> all =
                Flux.range(0, 60)
                        .flatMap(i -> (i % 2 == 0 ? one : other).take(ACME, "key", quota), 60)
                        .collectList()
                        .block(PATIENCE);

        assertThat(all).hasSize(60).filteredOn(Allowance::granted).hasSize(10);
    }

    @Test
    void instancesThatAskAtOnceNeverGrantTheSameToken() {
        List<Buckets> instances = IntStream.range(0, 8).mapToObj(i -> instance()).toList();
        Quota quota = quota(10);

        for (int round = 0; round < 10; round++) {
            String key = "key " + round;
            Long granted =
                    Flux.range(0, 80)
                            .flatMap(i -> instances.get(i % 8).take(ACME, key, quota), 80)
                            .filter(Allowance::granted)
                            .count()
                            .block(PATIENCE);
            assertThat(granted).isEqualTo(10);
        }
    }

    @Test
    void manyRequestsTakeFewRoundTrips() {
        Quota quota = quota(1000);

        assertThat(granted(one, quota, 500)).isEqualTo(500);

        // one for each twentieth part, and a few to begin with
        assertThat(transactions.get()).isBetween(2, 14);
    }

    @Test
    void whoIsRefusedCostsTheDatabaseNothing() {
        Quota quota = quota(100);
        granted(one, quota, 100);
        take(one, quota);
        transactions.set(0);

        assertThat(granted(one, quota, 1000)).isZero();

        assertThat(transactions.get()).isLessThan(3);
    }

    @Test
    void anInstanceThatStartsKnowsWhatWasUsed() {
        Quota quota = quota(5);
        granted(one, quota, 4);

        assertThat(granted(instance(), quota, 5)).isEqualTo(1);
    }

    @Test
    void tenantsKeysAndQuotasHaveBucketsOfTheirOwn() {
        Quota quota = quota(3);
        granted(one, quota, 3);

        assertThat(take(one, quota).granted()).isFalse();
        assertThat(one.take(new TenantId("rival"), "key", quota).block(PATIENCE).granted())
                .isTrue();
        assertThat(one.take(ACME, "another key", quota).block(PATIENCE).granted()).isTrue();
        assertThat(take(one, quota(4)).left()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatFailsIsSaidToEachAndAskedAgainLater() {
        Quota quota = quota(10);
        take(one, quota);
        failing = true;

        assertThat(
                        Flux.range(0, 30)
                                .flatMap(
                                        i ->
                                                one.take(ACME, "key", quota)
                                                        .map(Allowance::granted)
                                                        .onErrorReturn(false),
                                        30)
                                .collectList()
                                .block(PATIENCE))
                .hasSize(30)
                .containsOnly(false);
        failing = false;

        assertThat(granted(one, quota, 20)).isEqualTo(9);
    }

    private Allowance take(Buckets buckets, Quota quota) {
        return buckets.take(ACME, "key", quota).block(PATIENCE);
    }

    private int granted(Buckets buckets, Quota quota, int times) {
        return (int) IntStream.range(0, times).filter(i -> take(buckets, quota).granted()).count();
    }

    private static Quota quota(long requests) {
        return new Quota(requests, Duration.ofMinutes(1));
    }

    private final class CountingTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1;

        private CountingTransactions() {
            super(database.dataSource());
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            transactions.incrementAndGet();
            if (failing) {
                throw new IllegalStateException("the database is away");
            }
            super.doBegin(transaction, definition);
        }
    }
}
