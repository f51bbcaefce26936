package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BoundedPoolTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BoundedPool pool = new BoundedPool(1, 1, meters);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        pool.close();
    }

    @Test
    void turnsAwayAtOnceWhatFindsNoRoom() throws InterruptedException {
        Disposable running = occupyThread();
        Disposable waiting = pool.run(stop -> "waited", LONG, "busy").subscribe();

        StepVerifier.create(pool.run(stop -> "ran", LONG, "busy"))
                .expectNext("busy")
                .verifyComplete();
        assertThat(rejected()).isEqualTo(1);
        assertThat(queued()).isEqualTo(1);
        running.dispose();
        waiting.dispose();
    }

    @Test
    void freesTheQueueOnCancel() throws InterruptedException {
        occupyThread();
        AtomicInteger ran = new AtomicInteger();
        pool.run(stop -> ran.incrementAndGet(), LONG, 0).subscribe().dispose();

        assertThat(queued()).isZero();
        Mono<String> next = pool.run(stop -> "ran", LONG, "busy");
        release.countDown();
        StepVerifier.create(next).expectNext("ran").verifyComplete();
        assertThat(ran).hasValue(0);
    }

    @Test
    void isBusyWhenTheDeadlinePassesInTheQueue() throws InterruptedException {
        occupyThread();

        StepVerifier.withVirtualTime(() -> pool.run(stop -> "ran", Duration.ofSeconds(9), "busy"))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(8))
                .thenAwait(Duration.ofSeconds(1))
                .expectNext("busy")
                .verifyComplete();
        assertThat(queued()).isZero();
        assertThat(rejected()).isEqualTo(1);
    }

    @Test
    void tellsWorkThatHasBegunToStop() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        Disposable running = pool.run(stop -> waitUntil(stop, seen), LONG, "busy").subscribe();
        begun.await();
        running.dispose();
        release.countDown();

        seen.await();
        assertThat(seen.getCount()).isZero();
    }

    private String waitUntil(BooleanSupplier stop, CountDownLatch seen) {
        hold();
        if (stop.getAsBoolean()) {
            seen.countDown();
        }
        return "stopped";
    }

    private Disposable occupyThread() throws InterruptedException {
        Disposable running =
                pool.run(
                                stop -> {
                                    hold();
                                    return "held";
                                },
                                LONG,
                                "busy")
                        .subscribe();
        begun.await();
        return running;
    }

    private void hold() {
        begun.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double rejected() {
        return meters.get("evenhand.semantic.rejected").counter().count();
    }

    private double queued() {
        return meters.get("evenhand.semantic.queue").gauge().value();
    }
}
