package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmSettingsTests {

    @Test
    void hasSafeDefaults() {
        LlmSettings settings = Bench.plain().bind();

        assertThat(settings.models()).isEmpty();
        assertThat(settings.deadline()).hasSeconds(60);
        assertThat(settings.attemptTimeout()).hasSeconds(25);
        assertThat(settings.fallbackReserve()).hasSeconds(2);
        assertThat(settings.maxConcurrent()).isEqualTo(64);
        assertThat(settings.maxResponse().toMegabytes()).isOne();
        assertThat(settings.currency()).isEqualTo("USD");
        assertThat(settings.retry().outages()).isEqualTo(2);
        assertThat(settings.breaker().minimumCalls()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "models[0].provider|''|set it to openai",
                "models[0].base-url|''|set it to an address like http",
                "models[0].base-url|ftp://x/v1|set it to an address like http",
                "models[0].base-url|http:///v1|set it to an address like http",
                "models[0].base-url|not an address|set it to an address like http",
                "models[0].base-url|https://me:secret@x/v1|put the key into api-key",
                "models[0].base-url|https://x/v1?key=secret|put the key into api-key",
                "models[0].model|''|set it to the name",
                "models[0].max-output-tokens|0|raise it or leave it out",
                "models[0].calls-per-minute|0|raise it or leave it out",
                "models[0].input-price|1|set both or neither",
                "models[0].cached-input-price|1|set them too",
                "currency|Euro|set it to one like USD",
                "currency|''|set it to one like USD",
                "deadline|0s|as in 10s",
                "attempt-timeout|-1s|as in 10s",
                "max-concurrent|0|raise it",
                "max-response|0|raise it",
                "prompt|../../etc|set it to grade/2",
                "retry.outages|-1|set it to 0",
                "retry.jitter|1|mend it",
                "retry.multiplier|0.5|raise it",
                "breaker.failure-rate|0|mend it",
                "breaker.minimum-calls|21|mend it"
            })
    void saysHowToMendASetting(String name, String value, String mend) {
        Bench.Settings settings = Bench.plain().model(8081, "m").set(name, value);

        assertThatThrownBy(settings::bind).rootCause().hasMessageContaining(mend);
    }

    @Test
    void namesTheProvidersThatThereAre() {
        Bench.Settings settings = Bench.plain().model(8081, "m").with("provider", "opnai");

        assertThatThrownBy(settings::bind)
                .hasStackTraceContaining("models[0].provider")
                .hasStackTraceContaining("Provider.opnai");
    }

    @Test
    void keepsWhatAnthropicDoesNotKnowFromItsModels() {
        Bench.Settings settings =
                Bench.plain().model(8081, "m").with("provider", "anthropic").with("seed", "1");

        assertThatThrownBy(settings::bind).rootCause().hasMessageContaining("leave seed out");
    }

    @Test
    void neverShowsAKey() {
        LlmSettings settings = Bench.plain().model(8081, "m").bind();

        assertThat(settings.toString()).contains("OPENAI at http").doesNotContain("sk-test");
        assertThat(new ModelsReport(settings).sentence())
                .isEqualTo("Answers are graded by m (OPENAI at http://127.0.0.1:8081/v1).");
    }

    @Test
    void saysWhatHappensWithoutAModel() {
        assertThat(new ModelsReport(Bench.plain().bind()).sentence())
                .contains("provisional grades from the in-process grader");
    }
}
