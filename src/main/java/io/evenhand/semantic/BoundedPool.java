package io.evenhand.semantic;

import io.evenhand.grading.turns.Line;
import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.turns.Weights;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs work on a fixed number of threads, whoever's turn it is, and turns away what its queue has
 * no room for: the newest, or one that is to go later than that.
 */
final class BoundedPool implements AutoCloseable {

    private final ExecutorService threads;
    private final int workers;
    private final int room;
    private final Line<Job<?>> line;
    private final Counter rejected;
    private int busy;
    private boolean closed;

    BoundedPool(int workers, int queue, Weights weights, MeterRegistry meters) {
        this("semantic", workers, queue, weights, meters);
    }

    /**
     * @param name in the names of its threads and metrics
     */
    BoundedPool(String name, int workers, int queue, Weights weights, MeterRegistry meters) {
        this.workers = workers;
        this.room = workers + queue;
        this.line = new Line<>(weights);
        this.threads =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.rejected =
                Counter.builder("evenhand." + name + ".rejected")
                        .description("Answers turned away because the queue was full or too slow")
                        .register(meters);
        Gauge.builder("evenhand." + name + ".queue", this, BoundedPool::waiting)
                .description("Answers that wait for a thread")
                .register(meters);
    }

    /**
     * The work's result, or {@code busy} if it found no room or was not done in time. Work that is
     * given up leaves the queue; work that has begun is told to stop through what it is given.
     */
    <T> Mono<T> run(Ticket ticket, Function<BooleanSupplier, T> work, Duration atMost, T busy) {
        Mono<T> done =
                Mono.create(
                        sink -> {
                            Job<T> job = new Job<>(ticket, work, sink, busy);
                            sink.onDispose(
                                    () -> {
                                        job.stop();
                                        remove(job);
                                    });
                            enqueue(job);
                        });
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

    private void enqueue(Job<?> job) {
        admit(job)
                .ifPresent(
                        turnedAway -> {
                            rejected.increment();
                            turnedAway.turnAway();
                        });
    }

    /** Who is turned away, if anybody has to be: the job itself, or one that gives way to it. */
    private synchronized Optional<Job<?>> admit(Job<?> job) {
        if (closed) {
            return Optional.of(job);
        }
        Optional<Job<?>> givesWay = Optional.empty();
        if (busy + line.size() >= room) {
            givesWay = line.giveWay(job.ticket());
            if (givesWay.isEmpty()) {
                return Optional.of(job);
            }
        }
        line.add(job.ticket(), job);
        if (busy < workers) {
            busy++;
            threads.execute(this::work);
        }
        return givesWay;
    }

    private void work() {
        next().ifPresent(
                        job -> {
                            try {
                                job.run();
                            } finally {
                                goOn();
                            }
                        });
    }

    /** Even where an error of the virtual machine ends the thread. */
    private synchronized void goOn() {
        if (!closed) {
            threads.execute(this::work);
        }
    }

    /** Whoever's turn it is; with nobody there the thread that asks is free. */
    private synchronized Optional<Job<?>> next() {
        Optional<Job<?>> next = closed ? Optional.empty() : line.next();
        if (next.isEmpty()) {
            busy--;
        }
        return next;
    }

    private synchronized void remove(Job<?> job) {
        line.remove(job.ticket(), job);
    }

    /** Whether more wait than the threads take up next. */
    synchronized boolean isBehind() {
        return line.size() >= workers;
    }

    private synchronized int waiting() {
        return line.size();
    }

    /** Lets what has begun come to its end, briefly. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
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
