package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.turns.Ticket;
import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.turns.Weights;
import io.evenhand.platform.TenantId;
import io.evenhand.support.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class PermitsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId RIVAL = new TenantId("rival");
    private static final Ticket WAITED_FOR = new Ticket(ACME, Urgency.INTERACTIVE);

    private final SettableClock clock = new SettableClock();
    private final Permits permits = new Permits(3, Weights.EQUAL, clock);
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @Test
    void neverLetsInMoreThanTheLimit() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Mono<Integer> work =
                Mono.fromCallable(() -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
                        .delayElement(Duration.ofMillis(2))
                        .doOnNext(_ -> inside.decrementAndGet());

        Flux.range(0, 200)
                .flatMap(_ -> permits.with(WAITED_FOR, PATIENCE, work), 200)
                .blockLast(Duration.ofSeconds(20));

        assertThat(most.get()).isBetween(2, 3);
        assertThat(permits.used()).isZero();
    }

    @Test
    void failsWhenThePatienceIsOver() {
        var holders =
                Flux.range(0, 3).flatMap(_ -> permits.with(WAITED_FOR, PATIENCE, Mono.never()));
        var held = holders.subscribe();

        StepVerifier.create(permits.with(WAITED_FOR, Duration.ofMillis(20), Mono.just(1)))
                .expectErrorSatisfies(
                        thrown ->
                                assertThat(((CallFailed) thrown).fault())
                                        .isEqualTo(new Fault.NoPermit()))
                .verify(Duration.ofSeconds(5));

        assertThat(permits.waiting(Urgency.INTERACTIVE)).isZero();
        held.dispose();
        assertThat(permits.used()).isZero();
    }

    @Test
    void shrinksWhenTheProviderWantsLessAndInterruptsNothing() {
        List<Call> running = Stream.generate(() -> call(WAITED_FOR)).limit(3).toList();
        Call waiting = call(WAITED_FOR);

        running.getFirst().fails(new Fault.Throttled(Optional.empty()));

        assertThat(permits.limit()).isEqualTo(1);
        assertThat(permits.used()).as("the other two go on").isEqualTo(2);
        assertThat(waiting.hasBegun()).isFalse();
        running.get(1).ends();
        assertThat(waiting.hasBegun()).isFalse();
        running.get(2).ends();
        waiting.begins();
        assertThat(permits.used()).isEqualTo(1);
    }

    @Test
    void aBurstOfRefusalsOfCallsUnderWayCountsOnce() {
        Permits wide = new Permits(64, Weights.EQUAL, clock);
        List<Call> running = Stream.generate(() -> call(wide, WAITED_FOR)).limit(64).toList();

        running.forEach(
                call -> {
                    clock.advance(Duration.ofSeconds(2));
                    call.fails(new Fault.Throttled(Optional.empty()));
                });

        assertThat(wide.limit()).isEqualTo(32);
        assertThat(wide.cuts()).isEqualTo(1);
    }

    @Test
    void anOverloadedProviderGetsLessAndABrokenOneDoesNot() {
        call(WAITED_FOR).fails(new Fault.Outage("HTTP 500", Optional.empty(), false));
        call(WAITED_FOR).fails(new Fault.NoPermit());
        assertThat(permits.limit()).isEqualTo(3);

        call(WAITED_FOR).fails(new Fault.Outage("HTTP 529", Optional.empty(), true));

        assertThat(permits.limit()).isEqualTo(1);
    }

    @Test
    void growsAgainByOneAfterAsManyGoodCallsAsThereMayBe() {
        call(WAITED_FOR).fails(new Fault.Throttled(Optional.empty()));
        assertThat(permits.limit()).isEqualTo(1);

        call(WAITED_FOR).ends();
        assertThat(permits.limit()).isEqualTo(2);
        Call first = call(WAITED_FOR);
        Call second = call(WAITED_FOR);
        Call third = call(WAITED_FOR);
        first.ends();
        third.begins();
        assertThat(permits.limit()).isEqualTo(2);
        second.ends();
        assertThat(permits.limit()).as("the ceiling").isEqualTo(3);
    }

    @Test
    void whoeverIsWaitedForGoesFirstAndTenantsTakeTurns() {
        Permits one = new Permits(1, Weights.EQUAL, clock);
        Call running = call(one, WAITED_FOR);
        Ticket bulk = new Ticket(ACME, Urgency.BULK);
        List<Call> calls =
                List.of(
                        call(one, bulk),
                        call(one, WAITED_FOR),
                        call(one, WAITED_FOR),
                        call(one, new Ticket(RIVAL, Urgency.INTERACTIVE)));

        running.ends();
        for (int i : new int[] {1, 3, 2, 0}) {
            calls.get(i).begins();
            calls.get(i).ends();
        }

        assertThat(begun)
                .containsExactly(
                        "acme INTERACTIVE",
                        "acme INTERACTIVE",
                        "rival INTERACTIVE",
                        "acme INTERACTIVE",
                        "acme BULK");
    }

    private Call call(Ticket ticket) {
        return call(permits, ticket);
    }

    private Call call(Permits through, Ticket ticket) {
        Call call = new Call();
        Mono<Integer> work =
                Mono.defer(
                        () -> {
                            begun.add(ticket.tenant() + " " + ticket.urgency());
                            call.begun.countDown();
                            return call.reply.asMono();
                        });
        through.with(ticket, PATIENCE, work).onErrorComplete().subscribe();
        return call;
    }

    /** A call that ends when a test says so. */
    private static final class Call {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final Sinks.One<Integer> reply = Sinks.one();

        boolean hasBegun() {
            return begun.getCount() == 0;
        }

        void begins() {
            try {
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void ends() {
            reply.tryEmitValue(1);
        }

        void fails(Fault fault) {
            reply.tryEmitError(CallFailed.of(fault));
        }
    }

    @Test
    void givesThePlaceBackWhenTheWorkFails() {
        StepVerifier.create(
                        permits.with(WAITED_FOR, PATIENCE, Mono.error(new IllegalStateException())))
                .verifyError(IllegalStateException.class);

        assertThat(permits.used()).isZero();
    }

    @Test
    void leaksNoPlaceHoweverCallersLeave() {
        Flux.range(0, 2000)
                .flatMap(
                        _ -> {
                            var random = ThreadLocalRandom.current();
                            var work = Mono.delay(Duration.ofNanos(random.nextInt(300_000)));
                            return permits.with(WAITED_FOR, PATIENCE, work)
                                    .timeout(Duration.ofNanos(1 + random.nextInt(600_000)))
                                    .onErrorComplete();
                        },
                        64)
                .blockLast(Duration.ofSeconds(30));

        assertThat(permits.used()).isZero();
        assertThat(permits.waiting(Urgency.INTERACTIVE)).isZero();
    }
}
