package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Transcript;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@WireMockTest
class LlmGraderTests {

    @Test
    void judgesEachCriterionInTheRubricsOrder(WireMockRuntimeInfo server) {
        server.getWireMock().register(Wire.chat().willReturn(Wire.good()));
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "gpt-5-mini").open()) {
            Outcome.Judged judged = (Outcome.Judged) bench.grade();

            assertThat(judged.judgement().criteria())
                    .extracting(CriterionJudgement::criterionId, CriterionJudgement::claim)
                    .containsExactly(
                            tuple("definition", new Claim.Met()),
                            tuple("detection", new Claim.AtLevel("mentions")),
                            tuple("cure", new Claim.NotMet()),
                            tuple("false-fact", new Claim.NotMet()));
            assertThat(judged.judgement().model()).contains("gpt-5-mini");
            assertThat(judged.judgement().prompt()).contains("grade/2");
            assertThat(judged.effort().attempts()).isOne();
            assertThat(judged.effort().usage().inputTokens()).isEqualTo(812);
            assertThat(judged.judgement().criteria().getFirst().confidence()).isEqualTo(0.9);
        }
    }

    @Test
    void writesDownWhatItSaidForWhoeverAsked(WireMockRuntimeInfo server) {
        server.getWireMock().register(Wire.chat().willReturn(Wire.good()));
        Transcript transcript = new Transcript();
        try (Bench bench = Bench.settings().model(server.getHttpPort(), "gpt-5-mini").open()) {
            bench.grader
                    .grade(Tasks.overfitting())
                    .contextWrite(context -> context.put(Transcript.class, transcript))
                    .block(Duration.ofSeconds(30));
        }
        Transcript.Call call = transcript.calls().getFirst();
        String sent =
                JsonMapper.shared()
                        .readTree(
                                server.getWireMock()
                                        .getServeEvents()
                                        .getFirst()
                                        .getRequest()
                                        .getBodyAsString())
                        .at("/messages")
                        .toString();

        assertThat(transcript.calls()).hasSize(1);
        assertThat(call.model()).isEqualTo("gpt-5-mini");
        assertThat(call.messages())
                .extracting(Transcript.Message::role)
                .containsExactly("system", "user");
        assertThat(call.messages())
                .allSatisfy(
                        message ->
                                assertThat(sent)
                                        .contains(
                                                JsonMapper.shared()
                                                        .writeValueAsString(message.text())));
    }

    @Test
    void saysHowManyItTakesAtATime(WireMockRuntimeInfo server) {
        try (Bench bench =
                Bench.settings()
                        .model(server.getHttpPort(), "gpt-5-mini")
                        .set("max-concurrent", "7")
                        .open()) {
            assertThat(bench.grader.atATime()).hasValue(7);
        }
    }

    @Test
    void saysSoWhenNoModelIsConfigured() {
        try (Bench bench = Bench.settings().open()) {
            assertThat(bench.grade())
                    .isEqualTo(
                            new Outcome.Unavailable(
                                    FallbackReason.NO_MODEL_CONFIGURED,
                                    Effort.NONE,
                                    Optional.empty()));
            assertThat(bench.grader.ready()).isFalse();
            assertThat(bench.grader.atATime()).isEmpty();
        }
    }
}
