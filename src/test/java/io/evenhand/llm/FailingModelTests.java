package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.evenhand.support.Api;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service, its own fallback included, before a model that does what it should not. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "evenhand.llm.deadline=15s",
            "evenhand.llm.attempt-timeout=2s",
            "evenhand.llm.retry.backoff=5ms",
            "evenhand.llm.retry.max-backoff=20ms",
            "evenhand.llm.breaker.minimum-calls=20",
            "evenhand.grading.retry-first=1h",
            // every test hands in the same answer
            "evenhand.grading.cache.enabled=false"
        })
class FailingModelTests {

    private static final WireMockServer FIRST = started();
    private static final WireMockServer SECOND = started();

    private static final String BODY =
            """
            {"question": {"text": "What is overfitting, and how would you notice it?",
              "modelAnswer": "The model fits noise of its training data and generalises badly. You compare the training error with the validation error.",
              "passMark": 20,
              "rubric": {"criteria": [
                {"id": "definition", "description": "Says that the model fits the noise of its training data", "points": 4},
                {"id": "detection", "description": "Compares training and validation error", "points": 4}]}},
             "answer": "It memorises the training data, so it does badly on new data. I would look at both errors."}
            """;

    @Autowired Environment environment;
    @Autowired CircuitBreakerRegistry breakers;
    @Autowired MeterRegistry metrics;

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry registry) {
        add(registry, 0, FIRST, "first");
        add(registry, 1, SECOND, "second");
    }

    private static void add(
            DynamicPropertyRegistry registry, int n, WireMockServer server, String name) {
        Wire.model(server.port(), name)
                .forEach(
                        (key, value) ->
                                registry.add("evenhand.llm.models[" + n + "]." + key, () -> value));
    }

    @AfterAll
    static void stop() {
        FIRST.stop();
        SECOND.stop();
    }

    @BeforeEach
    void bothAreDown() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        FIRST.resetAll();
        SECOND.resetAll();
        answers(FIRST, Wire.status(500));
        answers(SECOND, Wire.status(500));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("500", Wire.status(500), "MODELS_EXHAUSTED", 6),
                arguments("503", Wire.status(503), "MODELS_EXHAUSTED", 6),
                arguments("529", Wire.status(529), "MODELS_EXHAUSTED", 6),
                arguments("401", Wire.status(401), "MODELS_EXHAUSTED", 2),
                arguments("404", Wire.status(404), "MODELS_EXHAUSTED", 2),
                arguments(
                        "429 for an hour",
                        Wire.status(429).withHeader("Retry-After", "3600"),
                        "MODELS_EXHAUSTED",
                        2),
                arguments(
                        "reset",
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        "MODELS_EXHAUSTED",
                        6),
                arguments(
                        "random data",
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                        "MODELS_EXHAUSTED",
                        6),
                arguments("HTML", aResponse().withBody("<html></html>"), "MODELS_EXHAUSTED", 6),
                arguments("wrong schema", Wire.says("{\"score\": 10}"), "MODELS_EXHAUSTED", 4),
                arguments(
                        "content filter",
                        okJson(Wire.completion("", "content_filter")),
                        "CONTENT_REFUSED",
                        2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void endsInAProvisionalGradeThatSaysWhy(
            String name, ResponseDefinitionBuilder reply, String reason, int attempts) {
        answers(FIRST, reply);
        answers(SECOND, reply);
        double before = fallbacks(reason);

        Api.Reply grading = post();

        assertThat(grading.status()).as(grading.text()).isEqualTo(200);
        assertThat(grading.at("/status")).isEqualTo("PROVISIONAL");
        assertThat(grading.at("/grader/kind")).isEqualTo("SEMANTIC");
        assertThat(grading.at("/grader/fallbackReason")).isEqualTo(reason);
        assertThat(grading.json().at("/grader/attempts").asInt()).isEqualTo(attempts);
        assertThat(grading.json().at("/score").isNumber()).isTrue();
        assertThat(fallbacks(reason)).isEqualTo(before + 1);
    }

    @Test
    void endsAtTheDeadlineWhenBothHang() {
        answers(FIRST, Wire.good().withFixedDelay(60_000));
        answers(SECOND, Wire.good().withFixedDelay(60_000));

        Api.Reply grading = post();

        assertThat(grading.at("/status")).isEqualTo("PROVISIONAL");
        assertThat(grading.at("/grader/fallbackReason")).isIn("DEADLINE", "MODELS_EXHAUSTED");
    }

    @Test
    void asksNoModelWhileEveryCircuitIsOpen() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::transitionToOpenState);

        Api.Reply grading = post();

        assertThat(grading.at("/grader/fallbackReason")).isEqualTo("CIRCUIT_OPEN");
        assertThat(grading.json().at("/grader/attempts").asInt()).isZero();
        assertThat(FIRST.getAllServeEvents()).isEmpty();
    }

    @Test
    void namesTheSecondModelWhenTheFirstIsDown() {
        answers(SECOND, Wire.says(judged("memorises the training data", "look at both errors")));

        Api.Reply grading = post();

        assertThat(grading.at("/status")).as(grading.text()).isEqualTo("GRADED");
        assertThat(grading.at("/grader/kind")).isEqualTo("LLM");
        assertThat(grading.at("/grader/model")).isEqualTo("second");
        assertThat(grading.at("/grader/prompt")).isEqualTo("grade/2");
        assertThat(grading.at("/grader/promptHash")).startsWith("sha256:");
        assertThat(grading.json().at("/grader/attempts").asInt()).isEqualTo(4);
        assertThat(grading.json().at("/score").decimalValue()).isEqualByComparingTo("8");
        assertThat(grading.at("/criteria/0/evidence/0/quote"))
                .isEqualTo("memorises the training data");
        assertThat(grading.json().at("/confidenceBasis/secondOpinion").isNumber()).isTrue();
    }

    @Test
    void doesNotBelieveAQuoteThatTheAnswerDoesNotHold() {
        answers(FIRST, Wire.says(judged("memorises the training data", "plots learning curves")));

        Api.Reply grading = post();

        assertThat(grading.at("/status")).as(grading.text()).isEqualTo("NEEDS_REVIEW");
        assertThat(grading.json().at("/reviewReasons").toString())
                .contains("UNVERIFIED_EVIDENCE", "ABSTAINED");
        assertThat(grading.at("/criteria/1/verdict")).isEqualTo("cannot_tell");
        assertThat(grading.json().at("/criteria/1/points").isNull()).isTrue();
        assertThat(grading.json().at("/score").decimalValue()).isEqualByComparingTo("4");
        assertThat(grading.json().at("/scoreRange/max").decimalValue()).isEqualByComparingTo("8");
    }

    private Api.Reply post() {
        return new Api(environment).post(BODY);
    }

    private double fallbacks(String reason) {
        return metrics.counter("evenhand.fallbacks", "reason", reason).count();
    }

    private static void answers(WireMockServer server, ResponseDefinitionBuilder reply) {
        server.stubFor(Wire.chat().willReturn(reply));
    }

    private static String judged(String firstQuote, String secondQuote) {
        return """
        {"criteria":{"definition":{"reason":"It says so.","quotes":["%s"],"verdict":"met","confidence":95},\
        "detection":{"reason":"It says so.","quotes":["%s"],"verdict":"met","confidence":95}},\
        "feedback":{"summary":"You know it.","strengths":["Clear"],"improvements":["Say more"]},\
        "followUpQuestions":["What helps?"]}"""
                .formatted(firstQuote, secondQuote);
    }
}
