package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Anybody may ask whether the service is well; how its graders are, operators alone. */
@TestPropertySource(
        properties = {
            "evenhand.llm.models[0].provider=openai",
            "evenhand.llm.models[0].model=some-model",
            "evenhand.llm.models[0].base-url=http://localhost:1/v1"
        })
class HealthDetailsTests extends KeyedApiTestBase {

    @Test
    void tellsOperatorsHowTheGradersAre() {
        Api.Reply reply = api.get("/actuator/health", with(MANAGE));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/components/llm/details/models").values())
                .extracting(state -> state.asString())
                .containsExactly("CLOSED");
        assertThat(reply.at("/components/semantic/status")).isEqualTo("UP");
        assertThat(reply.at("/components/semantic/details/model"))
                .isIn("LOADING", "LOADED", "FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void tellsOthersOnlyThatItIsUp(String probe) {
        assertIsBare(api.get("/actuator/health" + probe));
        assertIsBare(api.get("/actuator/health" + probe, with(GRADE)));
    }

    private static void assertIsBare(Api.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/status")).isEqualTo("UP");
        assertThat(reply.text()).doesNotContain("components", "llm", "semantic", "details");
    }
}
