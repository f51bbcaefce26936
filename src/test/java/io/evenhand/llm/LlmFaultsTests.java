package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which one provider fails ends in an honest outcome; two repeats are allowed. */
@WireMockTest
class LlmFaultsTests {

    private WireMockRuntimeInfo server;

    @BeforeEach
    void keep(WireMockRuntimeInfo given) {
        server = given;
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 529, 408})
    void repeatsAfterAnOutageAndThenGivesUp(int status) {
        expect(Wire.status(status), FallbackReason.MODELS_EXHAUSTED, 3, "outage");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 302})
    void doesNotRepeatWhatIsRejected(int status) {
        expect(Wire.status(status), FallbackReason.MODELS_EXHAUSTED, 1, "rejected");
    }

    @Test
    void waitsAfter429WithoutRetryAfterAndThenGivesUp() {
        expect(Wire.status(429), FallbackReason.MODELS_EXHAUSTED, 6, "throttled");
    }

    @ParameterizedTest
    @CsvSource({"429, 32", "503, 32", "529, 32", "500, 64", "401, 64"})
    void halvesTheCallsInFlightWhenTheProviderWantsLess(int status, int limit) {
        stub(Wire.status(status));
        try (Bench bench = bench().set("max-concurrent", "64").open()) {
            bench.grade();

            assertThat(bench.meters.get("evenhand.llm.permits.limit").gauge().value())
                    .isEqualTo(limit);
            assertThat(bench.meters.get("evenhand.llm.permits.cuts").functionCounter().count())
                    .isEqualTo(limit == 64 ? 0 : 1);
        }
    }

    @Test
    void doesNotWaitForMoneyThatHasRunOut() {
        String body = "{\"error\":{\"message\":\"no\",\"code\":\"insufficient_quota\"}}";
        expect(
                aResponse().withStatus(429).withBody(body),
                FallbackReason.MODELS_EXHAUSTED,
                1,
                "rejected");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void repeatsAfterABrokenConnection(Fault fault) {
        expect(aResponse().withFault(fault), FallbackReason.MODELS_EXHAUSTED, 3, "outage");
    }

    @Test
    void repeatsWhenTheConnectionIsRefused() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        try (Bench bench = Bench.settings().model(port, "m").open()) {
            assertUnavailable(bench.grade(), FallbackReason.MODELS_EXHAUSTED, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Welcome</body></html>", "[]", "\"ok\"", "{\"a\":"})
    void repeatsWhenTheBodyIsNoReply(String body) {
        expect(
                aResponse().withStatus(200).withBody(body),
                FallbackReason.MODELS_EXHAUSTED,
                3,
                "outage");
    }

    @Test
    void readsAnErrorThatComesWithStatus200() {
        expect(
                okJson("{\"error\":{\"message\":\"upstream\",\"type\":\"server_error\"}}"),
                FallbackReason.MODELS_EXHAUSTED,
                3,
                "outage");
    }

    @Test
    void believesTheStatusInsideAnErrorThatComesWithStatus200() {
        expect(
                okJson("{\"error\":{\"message\":\"bad key\",\"code\":401}}"),
                FallbackReason.MODELS_EXHAUSTED,
                1,
                "rejected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"choices\":[]}",
                "{\"id\":\"1\"}",
                "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}"
            })
    void repeatsWhenThereIsNoChoice(String body) {
        expect(okJson(body), FallbackReason.MODELS_EXHAUSTED, 3, "outage");
    }

    @Test
    void doesNotReadABodyWithoutEnd() {
        String long10Mb = Wire.completion("x".repeat(10_000_000), "stop");
        expect(okJson(long10Mb), FallbackReason.MODELS_EXHAUSTED, 3, "outage");
    }

    @Test
    void takesMissingUsageAsZero() {
        stub(okJson(Wire.completion(Wire.GOOD, "stop").replaceFirst(",\"usage\":.*}}", "}")));
        try (Bench bench = bench().open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.effort().usage().inputTokens()).isZero();
            assertThat(judged.effort().attempts()).isOne();
        }
    }

    @Test
    void doesNotRepeatWhatTheContentFilterStopped() {
        expect(
                okJson(Wire.completion("", "content_filter")),
                FallbackReason.CONTENT_REFUSED,
                1,
                "refused");
    }

    @Test
    void doesNotRepeatWhatTheContentFilterRejected() {
        expect(
                aResponse().withStatus(400).withBody("{\"error\":{\"code\":\"content_filter\"}}"),
                FallbackReason.CONTENT_REFUSED,
                1,
                "refused");
    }

    @Test
    void doesNotRepeatARefusal() {
        String refusal =
                Wire.completion("", "stop")
                        .replace("\"refusal\":null", "\"refusal\":\"I will not.\"");
        expect(okJson(refusal), FallbackReason.CONTENT_REFUSED, 1, "refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't assist with that.",
                "I cannot help with this request.",
                "Sorry, this is against my guidelines."
            })
    void knowsARefusalInPlainWords(String text) {
        expect(Wire.says(text), FallbackReason.CONTENT_REFUSED, 1, "refused");
    }

    @Test
    void asksForARepairOnceWhenTheOutputIsCutOff() {
        String cut = Wire.completion(Wire.GOOD.substring(0, 200), "length");
        expect(okJson(cut), FallbackReason.MODELS_EXHAUSTED, 2, "broken_output");
    }

    @Test
    void takesAWholeOutputThatReachedTheCap() {
        stub(okJson(Wire.completion(Wire.GOOD, "length")));
        try (Bench bench = bench().open()) {
            assertThat(bench.grade()).isInstanceOf(Outcome.Judged.class);
        }
    }

    @Test
    void endsAStalledBodyWithTheAttempt() {
        stub(Wire.good().withChunkedDribbleDelay(2, 20_000));
        try (Bench bench = bench().set("attempt-timeout", "150ms").open()) {
            assertUnavailable(bench.grade(), FallbackReason.MODELS_EXHAUSTED, 3);
            assertThat(bench.calls("timeout")).isEqualTo(3);
        }
    }

    @Test
    void endsADribbleAtTheDeadline() {
        stub(Wire.good().withChunkedDribbleDelay(100, 30_000));
        try (Bench bench = bench().open()) {
            Instant start = Instant.now();

            Outcome outcome = bench.grade(Tasks.overfitting(Duration.ofMillis(900)));

            assertUnavailable(outcome, FallbackReason.DEADLINE, 1);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(900));
            assertThat(bench.calls("timeout")).isOne();
        }
    }

    @Test
    void endsACallWithoutAnyReplyAtTheDeadline() {
        stub(Wire.good().withFixedDelay(20_000));
        try (Bench bench = bench().open()) {
            Outcome outcome = bench.grade(Tasks.overfitting(Duration.ofMillis(700)));

            assertUnavailable(outcome, FallbackReason.DEADLINE, 1);
        }
    }

    @Test
    void beginsNoCallWhenTheTimeIsUp() {
        try (Bench bench = bench().open()) {
            Outcome outcome = bench.grade(Tasks.overfitting(Duration.ofSeconds(-1)));

            assertUnavailable(outcome, FallbackReason.DEADLINE, 0);
        }
    }

    @Test
    void saysDeadlineWhenAPauseWouldLeaveNoTime() {
        stub(Wire.status(500));
        try (Bench bench =
                bench().set("retry.backoff", "5s").set("retry.max-backoff", "9s").open()) {
            Outcome outcome = bench.grade(Tasks.overfitting(Duration.ofSeconds(2)));

            assertUnavailable(outcome, FallbackReason.DEADLINE, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429"})
    void judgesWhenTheModelComesBack(int status) {
        server.getWireMock()
                .register(
                        Wire.chat()
                                .inScenario("back")
                                .whenScenarioStateIs(Scenario.STARTED)
                                .willReturn(Wire.status(status))
                                .willSetStateTo("up"));
        server.getWireMock()
                .register(
                        Wire.chat()
                                .inScenario("back")
                                .whenScenarioStateIs("up")
                                .willReturn(Wire.good()));
        try (Bench bench = bench().open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.effort().attempts()).isEqualTo(2);
            assertThat(bench.calls("ok")).isOne();
        }
    }

    private void expect(
            ResponseDefinitionBuilder reply, FallbackReason reason, int attempts, String counted) {
        stub(reply);
        try (Bench bench = bench().open()) {
            assertUnavailable(bench.grade(), reason, attempts);
            assertThat(bench.calls(counted)).isPositive();
        }
    }

    private void stub(ResponseDefinitionBuilder reply) {
        server.getWireMock().register(Wire.chat().willReturn(reply));
    }

    private Bench.Settings bench() {
        return Bench.settings().model(server.getHttpPort(), "m");
    }

    private static void assertUnavailable(Outcome outcome, FallbackReason reason, int attempts) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Unavailable.class,
                        unavailable -> {
                            assertThat(unavailable.reason()).isEqualTo(reason);
                            assertThat(unavailable.effort().attempts()).isEqualTo(attempts);
                        });
    }
}
