package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Weights;
import io.evenhand.platform.TenantId;
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
    private static final Ticket WAITED_FOR = new Ticket(TenantId.LOCAL, Urgency.INTERACTIVE);
    private static final Ticket IN_BULK = new Ticket(TenantId.LOCAL, Urgency.BULK);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BoundedPool pool = new BoundedPool(1, 1, Weights.EQUAL, meters);
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
        Disposable waiting = pool.run(WAITED_FOR, stop -> "waited", LONG, "busy").subscribe();

        StepVerifier.create(pool.run(WAITED_FOR, stop -> "ran", LONG, "busy"))
                .expectNext("busy")
                .verifyComplete();
        assertThat(rejected()).isEqualTo(1);
        assertThat(queued()).isEqualTo(1);
        running.dispose();
        waiting.dispose();
    }

    @Test
    void whatIsLessUrgentGivesWayWhereThereIsNoRoom() throws InterruptedException {
        occupyThread();
        Mono<String> bulk = pool.run(IN_BULK, stop -> "ran", LONG, "busy").cache();
        bulk.subscribe();

        Mono<String> urgent = pool.run(WAITED_FOR, stop -> "ran", LONG, "busy").cache();
        urgent.subscribe();

        StepVerifier.create(bulk).expectNext("busy").verifyComplete();
        assertThat(rejected()).isEqualTo(1);
        release.countDown();
        StepVerifier.create(urgent).expectNext("ran").verifyComplete();
    }

    @Test
    void goesOnAfterWorkThatTookItsThreadWithIt() {
        Mono<String> fatal =
                pool.run(
                        WAITED_FOR,
                        stop -> {
                            throw new StackOverflowError();
                        },
                        Duration.ofMillis(100),
                        "busy");

        StepVerifier.create(fatal).expectNext("busy").verifyComplete();
        StepVerifier.create(pool.run(WAITED_FOR, stop -> "ran", LONG, "busy"))
                .expectNext("ran")
                .verifyComplete();
    }

    @Test
    void freesTheQueueOnCancel() throws InterruptedException {
        occupyThread();
        AtomicInteger ran = new AtomicInteger();
        pool.run(WAITED_FOR, stop -> ran.incrementAndGet(), LONG, 0).subscribe().dispose();

        assertThat(queued()).isZero();
        Mono<String> next = pool.run(WAITED_FOR, stop -> "ran", LONG, "busy");
        release.countDown();
        StepVerifier.create(next).expectNext("ran").verifyComplete();
        assertThat(ran).hasValue(0);
    }

    @Test
    void isBusyWhenTheDeadlinePassesInTheQueue() throws InterruptedException {
        occupyThread();

        StepVerifier.withVirtualTime(
                        () -> pool.run(WAITED_FOR, stop -> "ran", Duration.ofSeconds(9), "busy"))
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
        Disposable running =
                pool.run(WAITED_FOR, stop -> waitUntil(stop, seen), LONG, "busy").subscribe();
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
                                WAITED_FOR,
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
