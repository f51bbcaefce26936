package io.evenhand.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Rubrics that are looked at over HTTP, and tried by the graders that also grade candidates. */
class LintApiTests extends ApiTestBase {

    private static final String QUESTION =
            """
            {"text": "What is overfitting?", "points": 10,
             "modelAnswers": ["It fits noise.", "It remembers the training data."],
             "rubric": {"criteria": [
               {"id": "noise", "description": "Says that noise is fitted", "points": 4},
               {"id": "data", "description": "Mentions data that was not seen before", "points": 2},
               {"id": "wrong", "description": "Says that it is a good thing", "points": -1}]}}""";

    @Test
    void theModelAnswerMustGetAllAndABlankOneNothing() {
        model.will(assignment -> Mono.just(ScriptedGrader.silent(assignment, "wrong")));

        Api.Reply reply = lint("", QUESTION);

        assertThat(codes(reply)).containsExactly("POINTS_DO_NOT_ADD_UP");
        assertThat(reply.json().at("/question").isNull()).isTrue();
        assertThat(reply.json().at("/maxScore").decimalValue()).isEqualByComparingTo("6");
        JsonNode trials = reply.json().at("/trials");
        assertThat(trials).hasSize(3);
        assertThat(trials.get(1).at("/number").asInt()).isEqualTo(2);
        assertThat(trials.get(1).at("/grader/kind").asString()).isEqualTo("LLM");
        assertThat(trials.get(1).at("/percentage").decimalValue()).isEqualByComparingTo("100");
        assertThat(trials.get(2).at("/answer").asString()).isEqualTo("BLANK");
        assertThat(trials.get(2).at("/grader/kind").asString()).isEqualTo("RULE");
        assertThat(trials.get(2).at("/score").decimalValue()).isEqualByComparingTo("0");
        assertThat(api.get("/v1/gradings?limit=200").text()).doesNotContain("remembers");
    }

    @Test
    void aCriterionThatTheModelAnswerFailsIsAnError() {
        model.will(assignment -> Mono.just(ScriptedGrader.silent(assignment, "noise")));

        JsonNode findings = lint("", QUESTION).json().at("/findings");

        assertThat(findings.valueStream().skip(1))
                .hasSize(4)
                .allMatch(f -> f.at("/code").asString().equals("MODEL_ANSWER_FAILS"))
                .allMatch(f -> f.at("/severity").asString().equals("ERROR"));
        assertThat(findings.get(1).at("/criterion").asString()).isEqualTo("noise");
        assertThat(findings.get(2).at("/criterion").asString()).isEqualTo("wrong");
        assertThat(findings.get(2).at("/message").asString()).contains("loses points");
    }

    @Test
    void aModelAnswerOfWhichNothingCanBeToldIsAnErrorOfTheWhole() {
        model.will(assignment -> Mono.just(ScriptedGrader.silent(assignment, "noise", "data")));

        Api.Reply reply = lint("", QUESTION);

        assertThat(codes(reply))
                .containsExactly(
                        "POINTS_DO_NOT_ADD_UP", "MODEL_ANSWER_FAILS", "MODEL_ANSWER_FAILS");
        assertThat(reply.at("/findings/1/severity")).isEqualTo("ERROR");
        assertThat(reply.json().at("/findings/1/criterion").isNull()).isTrue();
    }

    @Test
    void theInProcessGradersWordIsAWarning() {
        model.will(
                ignored -> Mono.just(ScriptedGrader.unavailable(FallbackReason.MODELS_EXHAUSTED)));

        Api.Reply reply = lint("", QUESTION);

        assertThat(reply.at("/findings/1/code")).isEqualTo("MODEL_ANSWER_FAILS");
        assertThat(reply.at("/findings/1/severity")).isEqualTo("WARNING");
        assertThat(reply.at("/trials/0/grader/kind")).isEqualTo("SEMANTIC");
        assertThat(reply.at("/trials/0/grader/fallbackReason")).isEqualTo("MODELS_EXHAUSTED");
    }

    @Test
    void whatCannotBeTriedIsSaid() {
        model.will(
                ignored -> Mono.just(ScriptedGrader.unavailable(FallbackReason.MODELS_EXHAUSTED)));
        fallback.will(ignored -> Mono.just(new Outcome.Declined(UngradedReason.NEEDS_MODEL)));

        Api.Reply reply = lint("", QUESTION);

        assertThat(codes(reply)).containsExactly("POINTS_DO_NOT_ADD_UP", "NOT_TRIED", "NOT_TRIED");
        assertThat(reply.at("/trials/0/reason")).isEqualTo("NEEDS_MODEL");
    }

    @Test
    void asksNobodyIfToldNotTo() {
        Api.Reply reply = lint("?trials=false", QUESTION);

        assertThat(reply.json().at("/trials")).isEmpty();
        assertThat(codes(reply)).containsExactly("POINTS_DO_NOT_ADD_UP");
        assertThat(model.calls() + fallback.calls()).isZero();
    }

    @Test
    void looksAtAQuestionOfTheBank() {
        String id = "q-" + UUID.randomUUID();
        api.send(
                HttpMethod.POST,
                "/v1/questions",
                """
                {"id": "%s", "text": "Why?", "modelAnswer": "So.",
                 "rubric": {"criteria": [{"id": "c", "description": "Understands why", "points": 2}]}}"""
                        .formatted(id));

        Api.Reply reply =
                api.send(HttpMethod.POST, "/v1/questions/" + id + "/lint?trials=false", "");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().at("/question").toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"version\":1}");
        assertThat(reply.at("/rubric")).isEqualTo("QUESTION");
        assertThat(codes(reply)).contains("NOT_OBSERVABLE");
        String path = "/v1/questions/" + id + "/lint?version=";
        assertThat(api.send(HttpMethod.POST, path + "2", "").status()).isEqualTo(404);
        assertThat(api.send(HttpMethod.POST, path + "x", "").status()).isEqualTo(400);
    }

    @Test
    void saysAllThatIsWrongWithARequest() {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/rubrics/lint",
                        "{\"question\": {\"rubric\": {\"criteria\": []}}, \"more\": 1}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .contains("/more", "/question/text", "/question/rubric/criteria");
        assertThat(api.send(HttpMethod.POST, "/v1/rubrics/lint?trials=no", "{}").status())
                .isEqualTo(400);
        String choice =
                """
                {"question": {"text": "Which?", "kind": "MULTIPLE_CHOICE",
                  "options": [{"id": "a", "text": "A", "correct": true}, {"id": "b", "text": "B"}]}}""";
        assertThat(api.send(HttpMethod.POST, "/v1/rubrics/lint", choice).status()).isEqualTo(409);
    }

    private Api.Reply lint(String parameters, String question) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/rubrics/lint" + parameters,
                        "{\"question\": " + question + ", \"language\": \"en\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static List<String> codes(Api.Reply reply) {
        return reply.json()
                .at("/findings")
                .valueStream()
                .map(finding -> finding.at("/code").asString())
                .toList();
    }
}
