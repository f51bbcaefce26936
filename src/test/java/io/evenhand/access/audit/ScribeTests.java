package io.evenhand.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.NoTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** What many requests saw at once is written in few transactions, and none goes on before. */
class ScribeTests {

    private static final TenantId ACME = new TenantId("acme");

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch writing = new CountDownLatch(1);
    private final Queue<AccessEvent> stored = new ConcurrentLinkedQueue<>();
    private final Storage storage =
            new Storage(
                    new org.springframework.transaction.PlatformTransactionManager() {
                        private final NoTransactions none = new NoTransactions();

                        @Override
                        public TransactionStatus getTransaction(TransactionDefinition definition) {
                            begun.incrementAndGet();
                            return none.getTransaction(definition);
                        }

                        @Override
                        public void commit(TransactionStatus status) {}

                        @Override
                        public void rollback(TransactionStatus status) {}
                    });
    private final Scribe scribe = new Scribe(new Trail(new Stored(), Clock.systemUTC()), storage);

    @AfterEach
    void close() {
        storage.destroy();
    }

    @Test
    void whatComesWhileAnotherIsWrittenIsWrittenTogether() throws Exception {
        CompletableFuture<Void> first = write(List.of("first"));
        writing.await();
        List<CompletableFuture<Void>> others =
                IntStream.range(0, 100).mapToObj(i -> write(List.of("id-" + i))).toList();
        assertThat(first).isNotDone();
        assertThat(others).noneMatch(CompletableFuture::isDone);

        gate.countDown();

        first.join();
        others.forEach(CompletableFuture::join);
        assertThat(stored).hasSize(101);
        assertThat(begun).as("transactions").hasValue(2);
    }

    @Test
    void writesAnEntryForEachSubjectAndOneIfThereAreNone() {
        gate.countDown();

        write(List.of("a", "b", "c")).join();
        write(List.of()).join();

        assertThat(stored)
                .extracting(event -> event.subject().orElse("-"))
                .containsExactly("a", "b", "c", "-");
    }

    @Test
    void whatCannotBeWrittenIsToldToThoseWhoWaitAndNobodyElse() throws Exception {
        CompletableFuture<Void> first = write(List.of("first"));
        writing.await();
        CompletableFuture<Void> broken = write(List.of("broken"));

        gate.countDown();

        first.join();
        assertThatThrownBy(broken::join).hasRootCauseMessage("no room");
        write(List.of("later")).join();
        assertThat(stored).hasSize(2);
    }

    private CompletableFuture<Void> write(List<String> subjects) {
        return scribe.write(ACME, "anna", Action.GRADING_VIEWED, subjects, Outcome.DONE).toFuture();
    }

    private final class Stored implements AccessEvents {

        @Override
        public void add(AccessEvent event) {
            writing.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (event.subject().filter("broken"::equals).isPresent()) {
                throw new IllegalStateException("no room");
            }
            stored.add(event);
        }

        @Override
        public List<AccessEvent> page(TenantId tenant, String after, Instant until, int limit) {
            return List.copyOf(stored);
        }
    }
}
