package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7000",
        "Retry-After, 0.5, 500",
        "retry-after-ms, 250, 250",
        "retry-after, -3, 0",
        "retry-after, 99999999999, 86400000"
    })
    void readsSecondsAndMilliseconds(String header, String value, long millis) {
        assertThat(in(Map.of(header, List.of(value)))).contains(NOW.plusMillis(millis));
    }

    @Test
    void readsADate() {
        assertThat(in(Map.of("retry-after", List.of("Sun, 01 Mar 2026 10:00:30 GMT"))))
                .contains(NOW.plusSeconds(30));
    }

    @Test
    void prefersMilliseconds() {
        assertThat(in(Map.of("retry-after", List.of("9"), "retry-after-ms", List.of("10"))))
                .contains(NOW.plusMillis(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "NaN", "Sun, 99 Mar 2026"})
    void ignoresWhatItCannotRead(String value) {
        assertThat(in(Map.of("retry-after", List.of(value)))).isEmpty();
    }

    @Test
    void waitsAsLongAsRetryAfterAsks(WireMockRuntimeInfo server) {
        throttleOnce(server, "retry-after-ms", "400");
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "m").open()) {
            Instant start = Instant.now();

            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.effort().attempts()).isEqualTo(2);
            assertThat(Duration.between(start, Instant.now()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(395));
        }
    }

    @Test
    void waitsUntilTheDateThatRetryAfterNames(WireMockRuntimeInfo server) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
        throttleOnce(server, "Retry-After", date);
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "m").open()) {
            Instant start = Instant.now();

            assertThat(bench.grade()).isInstanceOf(Outcome.Judged.class);
            assertThat(Duration.between(start, Instant.now()))
                    .isGreaterThan(Duration.ofMillis(700));
        }
    }

    @Test
    void saysWhenToComeBackIfThatIsAfterTheDeadline(WireMockRuntimeInfo server) {
        server.getWireMock()
                .register(
                        Wire.chat().willReturn(Wire.status(429).withHeader("Retry-After", "3600")));
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "m").open()) {
            Instant start = Instant.now();

            Outcome.Unavailable unavailable = (Outcome.Unavailable) bench.grade();

            assertThat(unavailable.reason()).isEqualTo(FallbackReason.MODELS_EXHAUSTED);
            assertThat(unavailable.effort().attempts()).isOne();
            assertThat(unavailable.retryAt().orElseThrow())
                    .isBetween(start.plusSeconds(3590), start.plusSeconds(3620));
        }
    }

    @Test
    void neverCountsAThrottleAgainstTheModel(WireMockRuntimeInfo server) {
        server.getWireMock().register(Wire.chat().willReturn(Wire.status(429)));
        try (Bench bench =
                Bench.settings()
                        .model(server.getHttpPort(), "m")
                        .set("breaker.window", "2")
                        .set("breaker.minimum-calls", "2")
                        .open()) {
            bench.grade();
            bench.grade();

            CircuitBreaker breaker = bench.models.inOrder().getFirst().breaker();
            assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
            assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
            assertThat(bench.calls("throttled")).isEqualTo(12);
        }
    }

    private static Optional<Instant> in(Map<String, List<String>> headers) {
        return RetryAfter.in(HttpHeaders.of(headers, (_, _) -> true), CLOCK);
    }

    private static void throttleOnce(WireMockRuntimeInfo server, String header, String value) {
        server.getWireMock()
                .register(
                        Wire.chat()
                                .inScenario("throttle")
                                .whenScenarioStateIs(Scenario.STARTED)
                                .willReturn(Wire.status(429).withHeader(header, value))
                                .willSetStateTo("free"));
        server.getWireMock()
                .register(
                        Wire.chat()
                                .inScenario("throttle")
                                .whenScenarioStateIs("free")
                                .willReturn(Wire.good()));
    }
}
