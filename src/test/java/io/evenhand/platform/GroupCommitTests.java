package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class GroupCommitTests {

    /** Longer than any test, so that nothing is written but by whoever waits for it. */
    private static final String LATE = ";WRITE_DELAY=3600000";

    @TempDir Path data;

    @Test
    void whatWasToldIsOnTheDiskIfTheProcessEndsAtThatMoment() throws Exception {
        try (HikariDataSource pool = open("store")) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table told (id int primary key)");
            GroupCommit written = new GroupCommit(jdbc, new EmbeddedStore(pool.getJdbcUrl()));
            Storage storage = new Storage(new JdbcTransactionManager(pool), written);
            storage.inTransaction(() -> jdbc.update("insert into told values (7)"))
                    .block(Duration.ofSeconds(30));

            Files.copy(data.resolve("store.mv.db"), data.resolve("left.mv.db"));
        }
        try (HikariDataSource pool = open("left")) {
            assertThat(new JdbcTemplate(pool).queryForList("select id from told", Integer.class))
                    .containsExactly(7);
        }
    }

    @Test
    void writesOnceForAllThatWait() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger writes = new AtomicInteger();
        GroupCommit group =
                new GroupCommit(
                        () -> {
                            writes.incrementAndGet();
                            passed(slow);
                        });
        Thread first = Thread.ofPlatform().start(group::await);
        await().until(() -> writes.get() == 1);
        List<Thread> others =
                IntStream.range(0, 20)
                        .mapToObj(i -> Thread.ofPlatform().start(group::await))
                        .toList();
        await().until(() -> others.stream().allMatch(t -> t.getState() == Thread.State.WAITING));

        slow.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }

        assertThat(writes).hasValue(2);
    }

    @Test
    void whoCommitsWhileOthersAreWrittenWaitsForTheNextTime() {
        AtomicInteger writes = new AtomicInteger();
        GroupCommit group = new GroupCommit(() -> writes.incrementAndGet());

        group.await();
        group.await();

        assertThat(writes).hasValue(2);
    }

    private HikariDataSource open(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + data.resolve(name) + LATE);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static void passed(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
