package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that is not what the schema wants gets one repair call, then counts as a failure. */
@WireMockTest
class BrokenOutputTests {

    private WireMockRuntimeInfo server;

    @BeforeEach
    void keep(WireMockRuntimeInfo given) {
        server = given;
    }

    static Stream<Arguments> broken() {
        String good = Wire.GOOD;
        return Stream.of(
                Arguments.of("wrong schema", "{\"score\":7,\"comment\":\"fine\"}", "criteria"),
                Arguments.of("an array", "[1,2]", "no whole JSON object"),
                Arguments.of("prose", "The answer is quite good.", "no whole JSON object"),
                Arguments.of("nothing", " ", "no whole JSON object"),
                Arguments.of("missing criterion", good.replace("\"cure\":", "\"remedy\":"), "cure"),
                Arguments.of(
                        "invented criterion",
                        good.replace("{\"definition\":", "{\"extra\":{},\"definition\":"),
                        "extra"),
                Arguments.of(
                        "doubled criterion",
                        good.replace("\"cure\":", "\"definition\":"),
                        "Duplicate"),
                Arguments.of(
                        "unknown verdict", good.replace("\"not_met\"", "\"excellent\""), "verdict"),
                Arguments.of("unknown level", good.replace("mentions", "superb"), "verdict"),
                Arguments.of("half not allowed", good.replace("\"met\"", "\"partly\""), "verdict"),
                Arguments.of("too sure", good.replace("90", "900"), "from 0 to 100"),
                Arguments.of("sure in words", good.replace("90", "\"very\""), "confidence"),
                Arguments.of("wrong type", good.replace("[]", "\"none\""), "quotes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void asksForOneRepairThatNamesWhatIsWrong(String what, String output, String named) {
        stub(output);
        try (Bench bench = bench().open()) {
            Outcome.Unavailable unavailable = (Outcome.Unavailable) bench.grade();

            assertThat(unavailable.reason()).isEqualTo(FallbackReason.MODELS_EXHAUSTED);
            assertThat(unavailable.effort().attempts()).isEqualTo(2);
            assertThat(unavailable.effort().repairs()).isOne();
            assertThat(unavailable.effort().usage().outputTokens()).isEqualTo(480);
            server.getWireMock()
                    .verifyThat(
                            1,
                            postRequestedFor(urlPathEqualTo("/v1/chat/completions"))
                                    .withRequestBody(containing("Your output cannot be used"))
                                    .withRequestBody(containing(named)));
        }
    }

    @Test
    void takesTheMendedOutput() {
        server.getWireMock()
                .register(
                        Wire.chat()
                                .inScenario("mend")
                                .whenScenarioStateIs(Scenario.STARTED)
                                .willReturn(Wire.says("{\"criteria\":{}}"))
                                .willSetStateTo("told"));
        server.getWireMock()
                .register(
                        Wire.chat()
                                .inScenario("mend")
                                .whenScenarioStateIs("told")
                                .withRequestBody(matching("(?s).*\"role\" *: *\"assistant\".*"))
                                .willReturn(Wire.good()));
        try (Bench bench = bench().open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.effort().attempts()).isEqualTo(2);
            assertThat(judged.effort().repairs()).isOne();
            assertThat(failedCalls(bench)).isZero();
        }
    }

    @Test
    void countsOnlyTheFailedRepairAgainstTheModel() {
        stub("{}");
        try (Bench bench = bench().open()) {
            bench.grade();

            assertThat(failedCalls(bench)).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n%s\n```",
                "Here is my judgement:\n%s\nI hope that helps.",
                "\n\n%s\n",
                "<think>Is {this} it? {\"criteria\":1}</think>\n%s"
            })
    void findsTheObjectAmongWhatModelsWriteAroundIt(String around) {
        stub(around.formatted(Wire.GOOD));
        try (Bench bench = bench().with("json", "none").open()) {
            assertThat(bench.grade()).isInstanceOf(Outcome.Judged.class);
        }
    }

    @Test
    void survivesOutputCutAtEvery20thByte() {
        try (Bench bench = patient().open()) {
            byte[] whole = Wire.GOOD.getBytes(StandardCharsets.UTF_8);
            cuts(whole.length)
                    .forEach(
                            length -> {
                                stub(part(whole, length));
                                Outcome.Unavailable outcome = (Outcome.Unavailable) bench.grade();
                                assertThat(outcome.reason())
                                        .isEqualTo(FallbackReason.MODELS_EXHAUSTED);
                                assertThat(outcome.effort().attempts()).isEqualTo(2);
                            });
        }
    }

    @Test
    void survivesABodyCutAtEvery20thByte() {
        try (Bench bench = patient().set("retry.backoff", "1ms").open()) {
            byte[] whole = Wire.completion(Wire.GOOD, "stop").getBytes(StandardCharsets.UTF_8);
            cuts(whole.length)
                    .forEach(
                            length -> {
                                server.getWireMock()
                                        .register(
                                                Wire.chat()
                                                        .willReturn(okJson(part(whole, length))));
                                Outcome.Unavailable outcome = (Outcome.Unavailable) bench.grade();
                                assertThat(outcome.reason())
                                        .isEqualTo(FallbackReason.MODELS_EXHAUSTED);
                                assertThat(outcome.effort().attempts()).isEqualTo(3);
                            });
        }
    }

    private static IntStream cuts(int length) {
        return IntStream.iterate(0, cut -> cut < length, cut -> cut + 20);
    }

    private static String part(byte[] whole, int length) {
        return new String(Arrays.copyOf(whole, length), StandardCharsets.UTF_8);
    }

    private static int failedCalls(Bench bench) {
        CircuitBreaker breaker = bench.models.inOrder().getFirst().breaker();
        return breaker.getMetrics().getNumberOfFailedCalls();
    }

    private void stub(String output) {
        server.getWireMock().register(Wire.chat().willReturn(Wire.says(output)));
    }

    private Bench.Settings bench() {
        return Bench.settings().model(server.getHttpPort(), "m");
    }

    /** Its breaker stays out of it. */
    private Bench.Settings patient() {
        return bench().set("breaker.window", "9999").set("breaker.minimum-calls", "9999");
    }
}
