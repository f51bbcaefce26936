package io.evenhand.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A log names the model and the cause, once, and never what a candidate wrote. */
@WireMockTest
@ExtendWith(OutputCaptureExtension.class)
class LogTests {

    private static final String ECHO = "{\"error\":{\"message\":\"bad: memorises the training\"}}";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(aResponse().withStatus(500).withBody(ECHO), "outage (HTTP 500)"),
                Arguments.of(aResponse().withStatus(400).withBody(ECHO), "rejected (HTTP 400)"),
                Arguments.of(aResponse().withStatus(429).withBody(ECHO), "throttled (throttled)"),
                Arguments.of(aResponse().withStatus(200).withBody(ECHO), "outage (HTTP 502)"),
                Arguments.of(Wire.says("memorises the training {"), "broken_output"),
                Arguments.of(Wire.says("{\"memorises the training\":1}"), "broken_output"),
                Arguments.of(aResponse().withFixedDelay(20_000), "timeout (timeout)"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysOnceWhichModelFailedAndWhy(
            ResponseDefinitionBuilder reply,
            String cause,
            WireMockRuntimeInfo server,
            CapturedOutput output) {
        server.getWireMock().register(Wire.chat().willReturn(reply));
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "small").open()) {
            int before = output.getAll().length();

            bench.grade(Tasks.overfitting(Duration.ofMillis(1500)));

            String logged = output.getAll().substring(before);
            assertThat(logged.lines().filter(line -> line.contains("io.evenhand")))
                    .singleElement()
                    .asString()
                    .contains("WARN", "Model small did not answer for grading 01JD", cause);
            assertThat(logged)
                    .doesNotContain("memorises")
                    .doesNotContain("sk-test")
                    .doesNotContain("onErrorDropped");
        }
    }
}
