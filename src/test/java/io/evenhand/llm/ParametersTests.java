package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to a model is what is set for it, and nothing else. */
@WireMockTest
class ParametersTests {

    private WireMockRuntimeInfo server;

    @BeforeEach
    void answerWell(WireMockRuntimeInfo given) {
        server = given;
        server.getWireMock().register(Wire.chat().willReturn(Wire.good()));
        server.getWireMock()
                .register(Wire.messages().willReturn(okJson(Wire.message(Wire.GOOD, "end_turn"))));
    }

    @Test
    void sendsNothingThatIsNotSet() {
        JsonNode sent = sent(bench());

        assertThat(sent.propertyNames())
                .containsExactlyInAnyOrder("model", "messages", "response_format", "stream");
    }

    @Test
    void sendsWhatIsSet() {
        JsonNode sent =
                sent(
                        bench().with("temperature", "0.2")
                                .with("seed", "7")
                                .with("max-output-tokens", "900")
                                .with("reasoning-effort", "low")
                                .with("logprobs", "true"));

        assertThat(sent.path("temperature").asDouble()).isEqualTo(0.2);
        assertThat(sent.path("seed").asInt()).isEqualTo(7);
        assertThat(sent.path("max_tokens").asInt()).isEqualTo(900);
        assertThat(sent.has("max_completion_tokens")).isFalse();
        assertThat(sent.path("reasoning_effort").asString()).isEqualTo("low");
        assertThat(sent.path("logprobs").asBoolean()).isTrue();
        assertThat(sent.path("top_logprobs").asInt()).isOne();
    }

    @Test
    void capsTokensUnderTheNameThatTheModelWants() {
        JsonNode sent =
                sent(
                        bench().with("token-limit-parameter", "max_completion_tokens")
                                .with("max-output-tokens", "900"));

        assertThat(sent.path("max_completion_tokens").asInt()).isEqualTo(900);
        assertThat(sent.has("max_tokens")).isFalse();
    }

    @Test
    void asksForAStrictSchema() {
        JsonNode format = sent(bench()).path("response_format");

        assertThat(format.path("type").asString()).isEqualTo("json_schema");
        assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
        JsonNode criteria =
                format.path("json_schema")
                        .path("schema")
                        .path("properties")
                        .path("criteria")
                        .path("properties");
        assertThat(criteria.propertyNames())
                .containsExactly("definition", "detection", "cure", "false-fact");
        assertThat(criteria.path("cure").path("properties").propertyNames())
                .containsExactly("reason", "quotes", "verdict", "confidence");
    }

    @Test
    void asksForAnyObjectWhereTheModelKnowsNoSchema() {
        JsonNode sent = sent(bench().with("json", "object"));

        assertThat(sent.path("response_format").path("type").asString()).isEqualTo("json_object");
        assertThat(sent.path("messages").get(1).path("content").asString())
                .contains("\"false-fact\":{");
    }

    @Test
    void asksForNoFormatWhereTheModelKnowsNone() {
        assertThat(sent(bench().with("json", "none")).has("response_format")).isFalse();
    }

    @Test
    void neverSendsTheCandidateOrTheTenant() {
        String sent = sent(bench()).toString();

        assertThat(sent).doesNotContain("01JD", "local");
    }

    @Test
    void servesAModelThatRefusesTemperatureAndMaxTokens() {
        server.getWireMock()
                .register(
                        Wire.chat()
                                .withRequestBody(
                                        matchingJsonPath("$[?(@.temperature || @.max_tokens)]"))
                                .willReturn(Wire.status(400)));
        try (Bench refused =
                bench().with("temperature", "0.2").with("max-output-tokens", "9").open()) {
            Outcome.Unavailable outcome = (Outcome.Unavailable) refused.grade();
            assertThat(outcome.reason()).isEqualTo(FallbackReason.MODELS_EXHAUSTED);
            assertThat(outcome.effort().attempts()).isOne();
        }
        try (Bench taken =
                bench().with("max-output-tokens", "900")
                        .with("token-limit-parameter", "max_completion_tokens")
                        .open()) {
            assertThat(taken.grade()).isInstanceOf(Outcome.Judged.class);
        }
    }

    @Test
    void speaksAnthropicsFormatToo() {
        JsonNode sent = sent(bench().with("provider", "anthropic"));

        assertThat(sent.path("max_tokens").asInt()).isEqualTo(8192);
        assertThat(sent.has("temperature")).isFalse();
        assertThat(sent.path("system").toString()).contains("You grade one written answer");
        assertThat(sent.path("output_config").path("format").path("type").asString())
                .isEqualTo("json_schema");
        LoggedRequest request = request();
        assertThat(request.getHeader("x-api-key")).isEqualTo("sk-test-key-that-must-not-leak");
        assertThat(request.getHeader("anthropic-version")).isNotBlank();
    }

    @Test
    void countsWhatAnthropicTookFromItsCache() {
        try (Bench bench = bench().with("provider", "anthropic").open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.effort().usage().inputTokens()).isEqualTo(812);
            assertThat(judged.effort().usage().outputTokens()).isEqualTo(240);
        }
    }

    @Test
    void asksAnthropicWithoutASchemaIfSet() {
        JsonNode sent = sent(bench().with("provider", "anthropic").with("json", "object"));

        assertThat(sent.has("output_config")).isFalse();
    }

    @Test
    void knowsAnthropicsWaysToFail() {
        expect(okJson(Wire.message("", "refusal")), FallbackReason.CONTENT_REFUSED, 1);
        expect(anthropicError(529), FallbackReason.MODELS_EXHAUSTED, 3);
        expect(anthropicError(429), FallbackReason.MODELS_EXHAUSTED, 6);
        expect(anthropicError(401), FallbackReason.MODELS_EXHAUSTED, 1);
        expect(
                okJson(Wire.message(Wire.GOOD.substring(0, 90), "max_tokens")),
                FallbackReason.MODELS_EXHAUSTED,
                2);
        expect(
                okJson(Wire.message("", "end_turn").replaceFirst("\\[\\{.*?}]", "[]")),
                FallbackReason.MODELS_EXHAUSTED,
                2);
    }

    private void expect(ResponseDefinitionBuilder reply, FallbackReason reason, int attempts) {
        server.getWireMock().register(Wire.messages().willReturn(reply));
        try (Bench bench = bench().with("provider", "anthropic").open()) {
            Outcome.Unavailable outcome = (Outcome.Unavailable) bench.grade();
            assertThat(outcome.reason()).isEqualTo(reason);
            assertThat(outcome.effort().attempts()).isEqualTo(attempts);
        }
    }

    private static ResponseDefinitionBuilder anthropicError(int status) {
        return WireMock.aResponse()
                .withStatus(status)
                .withBody("{\"type\":\"error\",\"error\":{\"type\":\"e\",\"message\":\"m\"}}");
    }

    private Bench.Settings bench() {
        return Bench.settings().model(server.getHttpPort(), "m");
    }

    private JsonNode sent(Bench.Settings settings) {
        try (Bench bench = settings.open()) {
            assertThat(bench.grade()).isInstanceOf(Outcome.Judged.class);
        }
        return JsonMapper.shared().readTree(request().getBodyAsString());
    }

    private LoggedRequest request() {
        return server.getWireMock().getServeEvents().getFirst().getRequest();
    }
}
