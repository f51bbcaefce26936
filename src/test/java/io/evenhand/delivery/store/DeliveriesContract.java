package io.evenhand.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Attempt;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.DeliveryId;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.Fault;
import io.evenhand.delivery.MessageId;
import io.evenhand.delivery.SigningSecrets;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingIds;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.support.SettableClock;
import io.evenhand.support.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.junit.jupiter.api.Timeout;

/** What every store of endpoints and deliveries does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class DeliveriesContract {

    static final Duration LEASE = Duration.ofSeconds(30);
    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private SettableClock clock;
    private TestDatabase database;
    JdbcDeliveries deliveries;
    private JdbcEndpoints endpoints;

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
        endpoints = new JdbcEndpoints(database.jdbc());
        database.clear();
    }

    @Test
    void findsAnEndpointAsItWasStored() {
        Endpoint endpoint = endpoint(TENANT);
        Endpoint rotated =
                inTx(() ->
                                endpoints.change(
                                        TENANT,
                                        endpoint.id(),
                                        e -> e.rotated("v1:new", now()).disabled(Fault.GONE)))
                        .orElseThrow();

        assertThat(find(endpoint)).contains(rotated);
        assertThat(rotated.secrets().previousAt(now())).contains("v1:sealed");
        assertThat(rotated.secrets().previousAt(now().plus(24, ChronoUnit.HOURS))).isEmpty();
        assertThat(rotated.version()).isEqualTo(3);
    }

    @Test
    void anotherTenantSeesNeitherEndpointsNorDeliveries() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery delivery = due(endpoint);
        Endpoint stolen =
                new Endpoint(
                        OTHER,
                        endpoint.id(),
                        endpoint.url(),
                        endpoint.events(),
                        false,
                        true,
                        Optional.empty(),
                        endpoint.secrets(),
                        now(),
                        1);

        assertThat(inTx(() -> endpoints.find(OTHER, endpoint.id()))).isEmpty();
        assertThat(inTx(() -> endpoints.of(OTHER))).isEmpty();
        assertThat(inTx(() -> endpoints.change(OTHER, endpoint.id(), e -> e))).isEmpty();
        assertThat(inTx(() -> endpoints.remove(OTHER, endpoint.id()))).isFalse();
        assertThat(page(stolen)).isEmpty();
        assertThat(claim(stolen, 10)).isEmpty();
        assertThat(inTx(() -> deliveries.move(stolen, delivery.id(), Optional.empty(), d -> d)))
                .isEmpty();
        assertThat(page(endpoint)).containsExactly(delivery);
    }

    @Test
    void removingAnEndpointRemovesWhatWaitsForItAndNothingElse() {
        Endpoint endpoint = endpoint(TENANT);
        Endpoint stays = endpoint(TENANT);
        due(endpoint);
        Delivery kept = due(stays);

        assertThat(inTx(() -> endpoints.remove(TENANT, endpoint.id()))).isTrue();

        assertThat(inTx(() -> endpoints.of(TENANT))).containsExactly(stays);
        assertThat(page(endpoint)).isEmpty();
        assertThat(page(stays)).containsExactly(kept);
    }

    @Test
    void claimsWhatIsDueTheLongestDueFirst() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery first = due(endpoint);
        clock.advance(Duration.ofSeconds(1));
        Delivery second = due(endpoint);
        due(endpoint);

        List<Delivery> claimed = claim(endpoint, 2);

        assertThat(claimed).extracting(Delivery::id).containsExactly(first.id(), second.id());
        assertThat(claimed.getFirst().attempt()).isEqualTo(1);
        assertThat(claimed.getFirst().leaseUntil()).contains(now().plus(LEASE));
        assertThat(claim(endpoint, 2)).hasSize(1);
        assertThat(claim(endpoint, 2)).isEmpty();
    }

    @Test
    void whatIsClaimedAndNotFinishedIsClaimedAgainAfterItsLease() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery lost = claimOne(endpoint, due(endpoint));
        clock.advance(LEASE.minusNanos(1000));
        assertThat(claim(endpoint, 1)).isEmpty();
        assertThat(waiting()).isEmpty();

        clock.advance(Duration.ofNanos(1000));
        assertThat(waiting()).containsExactly(endpoint);
        Delivery again = claim(endpoint, 1).getFirst();

        assertThat(again.message()).isEqualTo(lost.message());
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void theResultOfAStaleAttemptIsDropped() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery stale = claimOne(endpoint, due(endpoint));
        clock.advance(LEASE);
        Delivery current = claim(endpoint, 1).getFirst();

        assertThat(end(endpoint, stale, delivered(1), Optional.empty())).isEmpty();
        assertThat(page(endpoint)).containsExactly(current);

        assertThat(end(endpoint, current, delivered(2), Optional.empty())).isPresent();
        assertThat(page(endpoint).getFirst().status()).isEqualTo(Delivery.Status.DELIVERED);
    }

    @Test
    void whatFailedWaitsForItsNextAttempt() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery claimed = claimOne(endpoint, due(endpoint));
        Attempt failed = new Attempt(1, now(), Optional.of(500), Optional.of(Fault.STATUS), 12);

        Delivery waiting =
                end(endpoint, claimed, failed, Optional.of(now().plusSeconds(5))).orElseThrow();

        assertThat(page(endpoint)).containsExactly(waiting);
        assertThat(waiting.log()).containsExactly(failed);
        assertThat(waiting.leaseUntil()).isEmpty();
        assertThat(claim(endpoint, 1)).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(claim(endpoint, 1)).hasSize(1);
    }

    @Test
    void whatIsDeliveredOrFailedIsClaimedOnlyWhenAskedFor() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery claimed = claimOne(endpoint, due(endpoint));
        Attempt failed = new Attempt(1, now(), Optional.empty(), Optional.of(Fault.TIMEOUT), 12);
        Delivery ended = end(endpoint, claimed, failed, Optional.empty()).orElseThrow();
        assertThat(ended.status()).isEqualTo(Delivery.Status.FAILED);
        assertThat(claim(endpoint, 1)).isEmpty();

        inTx(() -> deliveries.move(endpoint, ended.id(), Optional.empty(), d -> d.again(now())));

        Delivery again = claim(endpoint, 1).getFirst();
        assertThat(again.message()).isEqualTo(claimed.message());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.tries()).isEqualTo(1);
    }

    @Test
    void onlyEnabledEndpointsThatAreNotBusyAreWaiting() {
        Endpoint one = endpoint(TENANT);
        Endpoint busy = endpoint(TENANT);
        Endpoint other = endpoint(OTHER);
        Endpoint disabled = endpoint(TENANT);
        endpoint(TENANT);
        List.of(one, busy, other, disabled).forEach(this::due);
        inTx(() -> endpoints.change(TENANT, disabled.id(), e -> e.disabled(Fault.GONE)));

        assertThat(inTx(() -> deliveries.waiting(Set.of(busy.id()), 10)))
                .containsExactlyInAnyOrder(one, other);
        assertThat(inTx(() -> deliveries.waiting(Set.of(), 2))).hasSize(2);
    }

    @Test
    void findsAnEventOfABatchAsItWasStored() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery delivery =
                Delivery.due(
                        TENANT,
                        endpoint.id(),
                        MessageId.next(),
                        EventType.BATCH_COMPLETED,
                        new Subject.WholeBatch(new BatchId("01KB0000000000000000000000")),
                        now());
        inTx(
                () -> {
                    deliveries.add(delivery);
                    return delivery;
                });

        assertThat(page(endpoint)).containsExactly(delivery);
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        Endpoint endpoint = endpoint(TENANT);
        List<Delivery> all = List.of(due(endpoint), due(endpoint), due(endpoint));
        due(endpoint(TENANT));

        List<Delivery> first = inTx(() -> deliveries.page(endpoint, Optional.empty(), 2));
        Optional<DeliveryId> last = Optional.of(first.getLast().id());

        assertThat(first).containsExactly(all.get(2), all.get(1));
        assertThat(inTx(() -> deliveries.page(endpoint, last, 2))).containsExactly(all.get(0));
    }

    @Test
    void forgetsWhatIsOldButNothingThatIsOnItsWay() {
        Endpoint endpoint = endpoint(TENANT);
        Delivery done = claimOne(endpoint, due(endpoint));
        end(endpoint, done, delivered(1), Optional.empty());
        Delivery pending = due(endpoint);
        Endpoint disabled = endpoint(TENANT);
        due(disabled);
        inTx(() -> endpoints.change(TENANT, disabled.id(), e -> e.disabled(Fault.GONE)));

        assertThat(inTx(() -> deliveries.forget(now()))).isZero();
        assertThat(inTx(() -> deliveries.forget(now().plusSeconds(1)))).isEqualTo(2);

        assertThat(page(endpoint)).containsExactly(pending);
        assertThat(page(disabled)).isEmpty();
    }

    @Test
    void nothingIsClaimedTwiceHoweverManyClaim() throws Exception {
        Endpoint endpoint = endpoint(TENANT);
        for (int i = 0; i < 40; i++) {
            due(endpoint);
        }
        CountDownLatch ready = new CountDownLatch(4);
        List<Future<List<Delivery>>> claims = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                claims.add(threads.submit(() -> claimAll(endpoint, ready)));
            }
        }
        List<DeliveryId> claimed = new ArrayList<>();
        for (Future<List<Delivery>> claim : claims) {
            claim.get().forEach(delivery -> claimed.add(delivery.id()));
        }

        assertThat(claimed).hasSize(40).doesNotHaveDuplicates();
    }

    private List<Delivery> claimAll(Endpoint endpoint, CountDownLatch ready) throws Exception {
        ready.countDown();
        ready.await(20, TimeUnit.SECONDS);
        List<Delivery> all = new ArrayList<>();
        List<Delivery> some = claim(endpoint, 3);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = claim(endpoint, 3);
        }
        return all;
    }

    final Endpoint endpoint(TenantId tenant) {
        Endpoint endpoint =
                new Endpoint(
                        tenant,
                        EndpointId.next(),
                        URI.create("https://example.com/hook?a=b"),
                        Set.of(EventType.GRADING_COMPLETED, EventType.GRADING_REVIEW_NEEDED),
                        true,
                        true,
                        Optional.empty(),
                        SigningSecrets.of("v1:sealed"),
                        now(),
                        1);
        inTx(
                () -> {
                    endpoints.add(endpoint);
                    return endpoint;
                });
        return endpoint;
    }

    final Endpoint endpoint() {
        return endpoint(TENANT);
    }

    final Delivery due(Endpoint endpoint) {
        Delivery delivery =
                Delivery.due(
                        endpoint.tenant(),
                        endpoint.id(),
                        MessageId.next(),
                        EventType.GRADING_REVIEW_NEEDED,
                        new Subject.OneGrading(new GradingIds().next(), 3),
                        now());
        return inTx(
                () -> {
                    deliveries.add(delivery);
                    return delivery;
                });
    }

    private Instant now() {
        return clock.instant();
    }

    private Optional<Endpoint> find(Endpoint endpoint) {
        return inTx(() -> endpoints.find(endpoint.tenant(), endpoint.id()));
    }

    private List<Endpoint> waiting() {
        return inTx(() -> deliveries.waiting(Set.of(), 10));
    }

    final List<Delivery> claim(Endpoint endpoint, int most) {
        return inTx(() -> deliveries.claim(endpoint, most, LEASE));
    }

    private Delivery claimOne(Endpoint endpoint, Delivery delivery) {
        Delivery claimed = claim(endpoint, 1).getFirst();
        assertThat(claimed.id()).isEqualTo(delivery.id());
        return claimed;
    }

    private Optional<Delivery> end(
            Endpoint endpoint, Delivery claimed, Attempt attempt, Optional<Instant> next) {
        return inTx(
                () ->
                        deliveries.move(
                                endpoint,
                                claimed.id(),
                                Optional.of(claimed.attempt()),
                                d -> d.ended(attempt, next)));
    }

    private Attempt delivered(int number) {
        return new Attempt(number, now(), Optional.of(204), Optional.empty(), 7);
    }

    private List<Delivery> page(Endpoint endpoint) {
        return inTx(() -> deliveries.page(endpoint, Optional.empty(), 100));
    }

    final <T> T inTx(Callable<T> work) {
        return database.inTransaction(work);
    }
}
