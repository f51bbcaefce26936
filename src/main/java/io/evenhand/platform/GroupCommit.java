package io.evenhand.platform;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has the embedded database write what was committed before anybody is told of it: once for all
 * that wait, since H2 writes some ten pages at a time however little has changed. A server of
 * databases does so itself.
 */
@Component
class GroupCommit {

    private final Runnable write;
    private final ReentrantLock writing = new ReentrantLock();

    /** Units of work that were committed. */
    private final AtomicLong committed = new AtomicLong();

    /** As many of them as are surely written; guarded by {@link #writing}. */
    private long written;

    @Autowired
    GroupCommit(JdbcTemplate jdbc, EmbeddedStore store) {
        this(store.isInFile() ? () -> jdbc.execute("checkpoint") : () -> {});
    }

    GroupCommit(Runnable write) {
        this.write = write;
    }

    /** Returns when all that was committed before is written. */
    void await() {
        long mine = committed.incrementAndGet();
        writing.lock();
        try {
            if (written < mine) {
                long all = committed.get();
                write.run();
                written = all;
            }
        } finally {
            writing.unlock();
        }
    }
}
