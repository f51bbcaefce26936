package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Purse;
import io.evenhand.grading.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Many wait for their turn while a budget runs out: they are not served for that. */
class PurseTests {

    private static final Instant NEXT_MONTH = Instant.parse("2126-02-01T00:00:00Z");

    private final AtomicBoolean empty = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private final Sinks.Empty<Void> answer = Sinks.empty();
    private final DisposableServer server =
            HttpServer.create()
                    .port(0)
                    .handle(
                            (request, response) -> {
                                calls.incrementAndGet();
                                begun.tryEmitEmpty();
                                return response.header("Content-Type", "application/json")
                                        .sendString(
                                                answer.asMono()
                                                        .then(
                                                                Mono.fromSupplier(
                                                                        () ->
                                                                                Wire.completion(
                                                                                        Wire.GOOD,
                                                                                        "stop"))));
                            })
                    .bindNow();

    @AfterEach
    void close() {
        server.disposeNow();
    }

    @Test
    void whoWaitedForATurnWhileTheMoneyRanOutIsNotGivenIt() {
        Purse purse =
                tenant ->
                        Mono.fromSupplier(empty::get)
                                .filter(spent -> spent)
                                .map(spent -> new Spent(Optional.of(NEXT_MONTH)));
        try (Bench bench =
                Bench.settings()
                        .set("max-concurrent", "1")
                        .model(server.port(), "m")
                        .model(server.port(), "dearer")
                        .open(purse)) {
            Mono<List<Outcome>> all =
                    Flux.range(0, 6)
                            .flatMap(i -> bench.grader.grade(Tasks.overfitting()), 6)
                            .collectList()
                            .cache();
            all.subscribe();
            begun.asMono().block(Duration.ofSeconds(20));

            empty.set(true);
            answer.tryEmitEmpty();

            List<Outcome> outcomes = all.block(Duration.ofSeconds(40));
            assertThat(outcomes).hasSize(6);
            assertThat(outcomes).filteredOn(Outcome.Judged.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(Outcome.Unavailable.class::isInstance)
                    .hasSize(5)
                    .allSatisfy(
                            outcome -> {
                                var left = (Outcome.Unavailable) outcome;
                                assertThat(left.reason()).isEqualTo(FallbackReason.BUDGET_SPENT);
                                assertThat(left.retryAt()).contains(NEXT_MONTH);
                            });
            assertThat(calls).hasValue(1);
        }
    }
}
