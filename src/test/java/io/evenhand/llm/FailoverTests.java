package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.turns.Urgency;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

@WireMockTest
class FailoverTests {

    private WireMockRuntimeInfo server;

    @BeforeEach
    void keep(WireMockRuntimeInfo given) {
        server = given;
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 401, 404})
    void namesTheSecondModelWhenTheFirstIsDown(int status) {
        stub("first", Wire.status(status));
        stub("second", Wire.good());
        try (Bench bench = two().set("retry.outages", "0").open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.judgement().model()).contains("second");
            assertThat(judged.effort().attempts()).isEqualTo(2);
        }
    }

    @Test
    void goesOnToTheNextModelWhenRetryAfterIsBeyondTheDeadline() {
        stub("first", Wire.status(429).withHeader("Retry-After", "600"));
        stub("second", Wire.good());
        try (Bench bench = two().open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.judgement().model()).contains("second");
            assertThat(judged.effort().attempts()).isEqualTo(2);
        }
    }

    @Test
    void goesOnToTheNextModelAfterARefusal() {
        stub("first", Wire.says("I'm sorry, I can't."));
        stub("second", Wire.good());
        try (Bench bench = two().open()) {
            assertThat(((Outcome.Judged) bench.grade()).judgement().model()).contains("second");
        }
    }

    @Test
    void saysRefusedOnlyIfTheLastModelRefused() {
        stub("first", Wire.says("I'm sorry, I can't."));
        stub("second", Wire.status(400));
        try (Bench bench = two().open()) {
            assertReason(bench.grade(), FallbackReason.MODELS_EXHAUSTED);
        }
        stub("first", Wire.status(400));
        stub("second", Wire.says("I'm sorry, I can't."));
        try (Bench bench = two().open()) {
            assertReason(bench.grade(), FallbackReason.CONTENT_REFUSED);
        }
    }

    @Test
    void saysDeadlineIfThereIsNoTimeForTheSecondModel() {
        stub("first", aResponse().withFixedDelay(20_000));
        stub("second", Wire.good());
        try (Bench bench = two().open()) {
            Outcome outcome = bench.grade(Tasks.overfitting(Duration.ofMillis(700)));

            assertReason(outcome, FallbackReason.DEADLINE);
        }
    }

    @Test
    void leavesAModelAloneThatHangs() {
        stub("first", aResponse().withFixedDelay(20_000));
        try (Bench bench = hanging(Bench.settings().model(server.getHttpPort(), "first"))) {
            for (int i = 0; i < 4; i++) {
                assertReason(bench.grade(), FallbackReason.MODELS_EXHAUSTED);
            }
            assertThat(breaker(bench).getState()).isEqualTo(CircuitBreaker.State.OPEN);
            assertThat(bench.grader.ready()).isFalse();
            assertThat(bench.grader.atATime()).isEmpty();

            Outcome.Unavailable next = (Outcome.Unavailable) bench.grade();

            assertThat(next.reason()).isEqualTo(FallbackReason.CIRCUIT_OPEN);
            assertThat(next.effort().attempts()).isZero();
        }
    }

    @Test
    void doesNotLeaveAModelAloneForBeingSlow() {
        Bench.Settings patient =
                Bench.settings().set("attempt-timeout", "5m").model(server.getHttpPort(), "first");
        try (Bench bench = patient.open()) {
            for (int i = 0; i < 20; i++) {
                breaker(bench).onSuccess(2, TimeUnit.MINUTES);
            }

            assertThat(breaker(bench).getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    @Test
    void skipsAModelThatIsLeftAlone() {
        stub("first", Wire.status(500));
        stub("second", Wire.good());
        try (Bench bench = two().open()) {
            breaker(bench).transitionToOpenState();

            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.judgement().model()).contains("second");
            assertThat(judged.effort().attempts()).isOne();
            assertThat(bench.grader.ready()).isTrue();
        }
    }

    @Test
    void saysCircuitOpenOnlyIfEveryModelsIs() {
        stub("second", Wire.status(400));
        try (Bench bench = two().open()) {
            breaker(bench).transitionToOpenState();
            assertReason(bench.grade(), FallbackReason.MODELS_EXHAUSTED);

            bench.models.inOrder().getLast().breaker().transitionToOpenState();
            assertReason(bench.grade(), FallbackReason.CIRCUIT_OPEN);
        }
    }

    @Test
    void triesAModelAgainAfterAWhile() {
        stub("first", Wire.good());
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "first").open()) {
            breaker(bench).transitionToOpenState();
            breaker(bench).transitionToHalfOpenState();

            assertThat(bench.grader.ready()).isTrue();
            assertThat(bench.grade()).isInstanceOf(Outcome.Judged.class);
        }
    }

    @Test
    void saysOverloadedInTimeWhenThereAreMoreAnswersThanPermits() {
        stub("first", aResponse().withFixedDelay(20_000));
        try (Bench bench =
                Bench.settings()
                        .model(server.getHttpPort(), "first")
                        .set("max-concurrent", "1")
                        .open()) {
            Permits permits = bench.models.inOrder().getFirst().permits();
            Disposable first = bench.grader.grade(Tasks.overfitting()).subscribe();
            Instant start = Instant.now();

            List<Outcome> outcomes =
                    Flux.range(0, 5)
                            .flatMap(
                                    _ ->
                                            bench.grader.grade(
                                                    Tasks.overfitting(Duration.ofSeconds(4))))
                            .collectList()
                            .blockOptional(Duration.ofSeconds(18))
                            .orElse(List.of());

            assertThat(outcomes)
                    .hasSize(5)
                    .allSatisfy(outcome -> assertReason(outcome, FallbackReason.OVERLOADED));
            // far below the 20 s of the call that holds the permit, however slow this machine is
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(permits.waiting(Urgency.INTERACTIVE)).isZero();
            first.dispose();
            assertThat(permits.used()).isZero();
            assertThat(breaker(bench).getMetrics().getNumberOfFailedCalls()).isZero();
        }
    }

    @Test
    void doesNotHoldOurOwnLineAgainstTheModel() {
        stub("first", aResponse().withFixedDelay(20_000));
        try (Bench bench =
                Bench.settings()
                        .model(server.getHttpPort(), "first")
                        .set("max-concurrent", "1")
                        .set("attempt-timeout", "400ms")
                        .set("retry.outages", "0")
                        .open()) {
            Flux.just(Duration.ofSeconds(40), Duration.ofMillis(900))
                    .flatMap(time -> bench.grader.grade(Tasks.overfitting(time)))
                    .blockLast(Duration.ofSeconds(20));

            assertThat(breaker(bench).getMetrics().getNumberOfFailedCalls()).isOne();
        }
    }

    @Test
    void doesNotCallMoreOftenThanTheProviderAllows() {
        stub("first", Wire.good());
        try (Bench bench =
                Bench.settings()
                        .model(server.getHttpPort(), "first")
                        .with("calls-per-minute", "1")
                        .open()) {
            assertThat(bench.grade()).isInstanceOf(Outcome.Judged.class);

            assertReason(bench.grade(), FallbackReason.OVERLOADED);
            server.getWireMock()
                    .verifyThat(1, postRequestedFor(urlPathEqualTo("/v1/chat/completions")));
            assertThat(breaker(bench).getMetrics().getNumberOfFailedCalls()).isZero();
        }
    }

    private static Bench hanging(Bench.Settings settings) {
        return settings.set("attempt-timeout", "60ms")
                .set("retry.outages", "0")
                .set("breaker.window", "4")
                .set("breaker.minimum-calls", "4")
                .open();
    }

    private Bench.Settings two() {
        int port = server.getHttpPort();
        return Bench.settings().model(port, "first").model(port, "second");
    }

    private static CircuitBreaker breaker(Bench bench) {
        return bench.models.inOrder().getFirst().breaker();
    }

    private void stub(String model, ResponseDefinitionBuilder reply) {
        server.getWireMock()
                .register(
                        Wire.chat()
                                .withRequestBody(matchingJsonPath("$.model", equalTo(model)))
                                .willReturn(reply));
    }

    private static void assertReason(Outcome outcome, FallbackReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).isEqualTo(reason));
    }
}
