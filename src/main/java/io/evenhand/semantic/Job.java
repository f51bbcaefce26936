package io.evenhand.semantic;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.MonoSink;

/** A piece of work and who waits for it. */
final class Job<T> implements Runnable {

    private final Function<BooleanSupplier, T> work;
    private final MonoSink<T> sink;
    private volatile boolean stopped;

    Job(Function<BooleanSupplier, T> work, MonoSink<T> sink) {
        this.work = work;
        this.sink = sink;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        if (stopped) {
            return;
        }
        try {
            sink.success(work.apply(() -> stopped));
        } catch (RuntimeException e) {
            sink.error(e);
        }
    }
}
