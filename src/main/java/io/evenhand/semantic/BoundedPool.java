package io.evenhand.semantic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/** Runs work on a fixed number of threads and turns away what its queue has no room for. */
final class BoundedPool implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final Counter rejected;

    BoundedPool(int workers, int queue, MeterRegistry meters) {
        this("semantic", workers, queue, meters);
    }

    /**
     * @param name in the names of its threads and metrics
     */
    BoundedPool(String name, int workers, int queue, MeterRegistry meters) {
        this.threads =
                new ThreadPoolExecutor(
                        workers,
                        workers,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queue),
                        Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.rejected =
                Counter.builder("evenhand." + name + ".rejected")
                        .description("Answers turned away because the queue was full or too slow")
                        .register(meters);
        Gauge.builder("evenhand." + name + ".queue", threads, pool -> pool.getQueue().size())
                .description("Answers that wait for a thread")
                .register(meters);
    }

    /**
     * The work's result, or {@code busy} if it found no room or was not done in time. Work that is
     * given up leaves the queue; work that has begun is told to stop through what it is given.
     */
    <T> Mono<T> run(Function<BooleanSupplier, T> work, Duration atMost, T busy) {
        Mono<T> done = Mono.create(sink -> enqueue(work, sink, busy));
        // what the caller does with the result is not to hold a thread of this pool
        return done.publishOn(Schedulers.parallel())
                .timeout(
                        atMost,
                        Mono.fromSupplier(
                                () -> {
                                    rejected.increment();
                                    return busy;
                                }));
    }

    private <T> void enqueue(Function<BooleanSupplier, T> work, MonoSink<T> sink, T busy) {
        Job<T> job = new Job<>(work, sink);
        sink.onDispose(
                () -> {
                    job.stop();
                    threads.remove(job);
                });
        try {
            threads.execute(job);
        } catch (RejectedExecutionException e) {
            rejected.increment();
            sink.success(busy);
        }
    }

    /** Lets what has begun come to its end, briefly. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the in-process grader does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
