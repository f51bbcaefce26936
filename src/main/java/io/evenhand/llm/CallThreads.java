package io.evenhand.llm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Virtual threads for calls to models, interrupted when a call is cancelled; storage must never run
 * here. Not an {@code ExecutorService} bean, for which Spring would give up its own.
 */
record CallThreads(ExecutorService executor) implements AutoCloseable {

    CallThreads() {
        this(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("llm-", 0).factory()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
