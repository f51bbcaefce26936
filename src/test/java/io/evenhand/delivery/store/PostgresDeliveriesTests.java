package io.evenhand.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.Endpoint;
import io.evenhand.support.TestDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresDeliveriesTests extends DeliveriesContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }

    /** H2 locks all that it looks at, for the moment that a claim takes: it serves one process. */
    @Test
    void aClaimPassesOverWhatAnotherTransactionHolds() throws Exception {
        Endpoint endpoint = endpoint();
        Delivery first = due(endpoint);
        Delivery second = due(endpoint);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Delivery>> holder =
                    threads.submit(
                            () ->
                                    inTx(
                                            () -> {
                                                List<Delivery> mine =
                                                        deliveries.claim(endpoint, 1, LEASE);
                                                held.countDown();
                                                done.await(20, TimeUnit.SECONDS);
                                                return mine;
                                            }));
            held.await(20, TimeUnit.SECONDS);
            Future<List<Delivery>> other = threads.submit(() -> claim(endpoint, 1));
            List<Delivery> passed;
            try {
                passed = other.get(10, TimeUnit.SECONDS);
            } finally {
                done.countDown();
            }

            assertThat(passed).extracting(Delivery::id).containsExactly(second.id());
            assertThat(holder.get()).extracting(Delivery::id).containsExactly(first.id());
        }
    }
}
