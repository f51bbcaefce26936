package io.evenhand.grading.store;

import static io.evenhand.grading.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Grading;
import io.evenhand.grading.Samples;
import io.evenhand.support.TestDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresGradingsTests extends GradingsContract {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }

    /** H2 locks all that it looks at, for the moment that a claim takes: it serves one process. */
    @Test
    void aClaimPassesOverWhatAnotherTransactionHolds() throws Exception {
        Grading first = add(Samples.queued());
        Grading second = add(Samples.queued());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Grading>> holder =
                    threads.submit(
                            () ->
                                    inTx(
                                            () -> {
                                                List<Grading> mine =
                                                        gradings.claimAbandoned(TENANT, 1, LEASE);
                                                held.countDown();
                                                done.await(20, TimeUnit.SECONDS);
                                                return mine;
                                            }));
            held.await(20, TimeUnit.SECONDS);
            List<Grading> other = inTx(() -> gradings.claimAbandoned(TENANT, 1, LEASE));
            done.countDown();

            assertThat(other).extracting(Grading::id).containsExactly(second.id());
            assertThat(holder.get()).extracting(Grading::id).containsExactly(first.id());
        }
    }
}
