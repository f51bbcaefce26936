package io.evenhand.semantic;

import io.evenhand.grading.turns.Ticket;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.MonoSink;

/** A piece of work, who waits for it, and what they hear if it is not done. */
final class Job<T> implements Runnable {

    private final Ticket ticket;
    private final Function<BooleanSupplier, T> work;
    private final MonoSink<T> sink;
    private final T busy;
    private volatile boolean stopped;

    Job(Ticket ticket, Function<BooleanSupplier, T> work, MonoSink<T> sink, T busy) {
        this.ticket = ticket;
        this.work = work;
        this.sink = sink;
        this.busy = busy;
    }

    Ticket ticket() {
        return ticket;
    }

    void turnAway() {
        sink.success(busy);
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
