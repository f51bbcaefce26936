package io.evenhand;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators look at. */
class ActuatorTests extends ApiTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void isUpWithoutAModel(String probe) {
        model.reset();
        assertThat(api.post(Api.BODY).at("/status")).isEqualTo("PROVISIONAL");

        Api.Reply reply = api.get("/actuator/health/" + probe);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/status")).isEqualTo("UP");
    }

    @Test
    void countsGradingsAndTellsNoTexts() {
        model.reset();
        api.post(Api.BODY);
        api.get("/v1/gradings?candidateRef=c-1");
        api.get("/v1/It-memorises");

        Api.Reply metrics = api.get("/actuator/prometheus");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text())
                .contains(
                        "evenhand_gradings_total{grader=\"SEMANTIC\",status=\"PROVISIONAL\"}",
                        "evenhand_fallbacks_total{reason=\"NO_MODEL_CONFIGURED\"}",
                        "evenhand_gradings_in_flight",
                        "uri=\"/v1/gradings\"");
        assertThat(metrics.text()).doesNotContain("memorises", "c-1\"", "overfitting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "configprops", "loggers", "shutdown"})
    void showsNothingElse(String endpoint) {
        assertThat(api.get("/actuator/" + endpoint).status()).isEqualTo(404);
    }
}
