package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PermitsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Permits permits = new Permits(3);

    @Test
    void neverLetsInMoreThanTheLimit() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Mono<Integer> work =
                Mono.fromCallable(() -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
                        .delayElement(Duration.ofMillis(2))
                        .doOnNext(_ -> inside.decrementAndGet());

        Flux.range(0, 200)
                .flatMap(_ -> permits.with(PATIENCE, work), 200)
                .blockLast(Duration.ofSeconds(20));

        assertThat(most.get()).isBetween(2, 3);
        assertThat(permits.used()).isZero();
    }

    @Test
    void failsWhenThePatienceIsOver() {
        var holders = Flux.range(0, 3).flatMap(_ -> permits.with(PATIENCE, Mono.never()));
        var held = holders.subscribe();

        StepVerifier.create(permits.with(Duration.ofMillis(20), Mono.just(1)))
                .expectErrorSatisfies(
                        thrown ->
                                assertThat(((CallFailed) thrown).fault())
                                        .isEqualTo(new Fault.NoPermit()))
                .verify(Duration.ofSeconds(5));

        assertThat(permits.waiting()).isZero();
        held.dispose();
        assertThat(permits.used()).isZero();
    }

    @Test
    void givesThePlaceBackWhenTheWorkFails() {
        StepVerifier.create(permits.with(PATIENCE, Mono.error(new IllegalStateException())))
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
                            return permits.with(PATIENCE, work)
                                    .timeout(Duration.ofNanos(1 + random.nextInt(600_000)))
                                    .onErrorComplete();
                        },
                        64)
                .blockLast(Duration.ofSeconds(30));

        assertThat(permits.used()).isZero();
        assertThat(permits.waiting()).isZero();
    }
}
