package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One answer in, one grade out: every field that the contract names. */
class GradeAnswerTests extends ApiTestBase {

    @Test
    void saysEverythingThatTheContractNames() {
        Api.Reply reply = api.post(Api.bodyWith("\"metadata\": {\"vacancy\": \"ml-17\"},"));

        assertThat(reply.status()).isEqualTo(200);
        JsonNode json = reply.json();
        assertThat(json.propertyNames())
                .contains(
                        "id",
                        "status",
                        "score",
                        "maxScore",
                        "percentage",
                        "scoreRange",
                        "reviewReasons",
                        "criteria",
                        "feedback",
                        "followUpQuestions",
                        "confidence",
                        "flags",
                        "grader",
                        "usage",
                        "question",
                        "rubric",
                        "reason",
                        "candidateRef",
                        "metadata",
                        "createdAt",
                        "gradedAt",
                        "revision")
                .doesNotContain("answer");
        assertThat(json.at("/status").asString()).isEqualTo("GRADED");
        assertThat(json.at("/rubric").asString()).isEqualTo("GIVEN");
        assertThat(json.at("/candidateRef").asString()).isEqualTo("c-1");
        assertThat(json.at("/metadata/vacancy").asString()).isEqualTo("ml-17");
        assertThat(json.at("/question").toString()).isEqualTo("{\"id\":null,\"version\":null}");
        assertThat(json.at("/reason").isNull()).isTrue();
        assertThat(json.at("/revision").asInt()).isEqualTo(1);
        assertThat(Instant.parse(json.at("/gradedAt").asString()))
                .isAfterOrEqualTo(Instant.parse(json.at("/createdAt").asString()));
        assertThat(reply.headers().getFirst("Location")).isEqualTo("/v1/gradings/" + reply.id());
        assertThat(reply.headers().getETag()).isNotNull();
    }

    @Test
    void countsPointsAsNumbersAndShowsTheEvidenceWhereItStands() {
        JsonNode json = api.post(Api.BODY).json();

        assertThat(json.at("/score").isNumber()).isTrue();
        assertThat(json.at("/score").decimalValue()).isEqualByComparingTo("4");
        assertThat(json.at("/maxScore").decimalValue()).isEqualByComparingTo("4");
        assertThat(json.at("/percentage").decimalValue()).isEqualByComparingTo("100");
        assertThat(json.at("/scoreRange/min").decimalValue()).isEqualByComparingTo("4");
        assertThat(json.at("/confidence").isNumber()).isTrue();
        JsonNode criterion = json.at("/criteria/0");
        assertThat(criterion.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "verdict",
                        "level",
                        "points",
                        "maxPoints",
                        "reason",
                        "confidence",
                        "evidence");
        assertThat(criterion.at("/verdict").asString()).isEqualTo("met");
        assertThat(criterion.at("/evidence/0").toString())
                .isEqualTo("{\"quote\":\"It memorises the noise.\",\"start\":0,\"end\":23}");
    }

    @Test
    void saysWhereTheGradeCameFromAndWhatItTook() {
        JsonNode json = api.post(Api.BODY).json();

        JsonNode grader = json.at("/grader");
        assertThat(grader.propertyNames())
                .containsExactlyInAnyOrder(
                        "kind",
                        "model",
                        "prompt",
                        "promptHash",
                        "rubricHash",
                        "fallbackReason",
                        "attempts",
                        "cached");
        assertThat(grader.at("/kind").asString()).isEqualTo("LLM");
        assertThat(grader.at("/model").asString()).isEqualTo("test-model");
        assertThat(grader.at("/rubricHash").asString()).matches("sha256:[0-9a-f]{64}");
        assertThat(grader.at("/attempts").asInt()).isEqualTo(1);
        assertThat(json.at("/usage").propertyNames())
                .containsExactlyInAnyOrder("inputTokens", "outputTokens", "cost");
        assertThat(json.at("/feedback").propertyNames())
                .containsExactlyInAnyOrder("summary", "strengths", "improvements");
    }

    @Test
    void givesAProvisionalGradeThatSaysWhyThereIsNoModel() {
        model.will(ignored -> Mono.just(ScriptedGrader.unavailable(FallbackReason.CIRCUIT_OPEN)));

        JsonNode json = api.post(Api.BODY).json();

        assertThat(json.at("/status").asString()).isEqualTo("PROVISIONAL");
        assertThat(json.at("/grader/kind").asString()).isEqualTo("SEMANTIC");
        assertThat(json.at("/grader/model").isNull()).isTrue();
        assertThat(json.at("/grader/fallbackReason").asString()).isEqualTo("CIRCUIT_OPEN");
        assertThat(json.at("/score").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void givesABlankAnswerNothingAndAsksNoModel() {
        JsonNode json = api.post(Api.body(" \u200b\n")).json();

        assertThat(json.at("/status").asString()).isEqualTo("GRADED");
        assertThat(json.at("/score").decimalValue()).isEqualByComparingTo("0");
        assertThat(json.at("/grader/kind").asString()).isEqualTo("RULE");
        assertThat(json.at("/flags/0/code").asString()).isEqualTo("BLANK_ANSWER");
        assertThat(model.calls()).isZero();
        assertThat(fallback.calls()).isZero();
    }

    @Test
    void gradesAMultipleChoiceByRule() {
        JsonNode right = api.post(choice("c, a", "")).json();
        JsonNode half = api.post(choice("a", "")).json();
        JsonNode partial = api.post(choice("a", "\"partial\": true,")).json();

        assertThat(right.at("/score").decimalValue()).isEqualByComparingTo("10");
        assertThat(right.at("/grader/kind").asString()).isEqualTo("RULE");
        assertThat(half.at("/score").decimalValue()).isEqualByComparingTo("0");
        assertThat(partial.at("/score").decimalValue()).isEqualByComparingTo("5");
        assertThat(partial.at("/criteria/0/verdict").asString()).isEqualTo("partly");
        assertThat(model.calls()).isZero();
    }

    @Test
    void refusesAnOptionThatTheQuestionDoesNotHave() {
        Api.Reply reply = api.post(choice("a, d", ""));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/answer");
    }

    @Test
    void makesARubricOfTheModelAnswerWhereNoneIsGiven() {
        JsonNode json =
                api.post(
                                """
                                {"question": {"text": "What is overfitting?", "points": 5,
                                   "modelAnswer": "The model fits noise. It generalises badly."},
                                 "answer": "It memorises the noise."}""")
                        .json();

        assertThat(json.at("/rubric").asString()).isEqualTo("DEFAULT");
        assertThat(json.at("/maxScore").decimalValue()).isEqualByComparingTo("5");
        assertThat(json.at("/criteria").size()).isPositive();
        assertThat(json.at("/candidateRef").isNull()).isTrue();
    }

    @Test
    void leavesABehaviouralAnswerUngradedUntilThereIsAModel() {
        model.reset();
        fallback.will(ignored -> Mono.just(new Outcome.Declined(UngradedReason.NEEDS_MODEL)));

        JsonNode json =
                api.post(
                                """
                                {"question": {"text": "Tell me of a conflict.", "kind": "BEHAVIOURAL",
                                   "modelAnswer": "Once I talked to a colleague."},
                                 "answer": "I asked them why."}""")
                        .json();

        assertThat(json.at("/status").asString()).isEqualTo("UNGRADED");
        assertThat(json.at("/reason").asString()).isEqualTo("NEEDS_MODEL");
        assertThat(json.at("/score").isNull()).isTrue();
        assertThat(json.at("/percentage").isNull()).isTrue();
        assertThat(json.at("/criteria").isEmpty()).isTrue();
        assertThat(json.at("/maxScore").decimalValue()).isEqualByComparingTo("10");
    }

    @Test
    void takesNullForAbsent() {
        Api.Reply reply =
                api.post(
                        """
                        {"question": {"text": "Why?", "kind": null, "modelAnswer": "So.",
                           "modelAnswers": null, "passMark": null, "points": null, "rubric": null,
                           "options": null, "partial": null},
                         "questionId": null, "questionVersion": null, "answer": "So.",
                         "candidateRef": null, "language": null, "feedbackLanguage": null,
                         "redact": null, "metadata": null}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/metadata").isNull()).isTrue();
    }

    @Test
    void asksBothGradersOnce() {
        api.post(Api.BODY);

        assertThat(model.calls()).isEqualTo(1);
        assertThat(fallback.calls()).isEqualTo(1);
        assertThat(model.kind()).isEqualTo(GraderKind.LLM);
    }

    @Test
    void anExactAnswerInTheRequestIsGradedByRuleWithoutAModel() {
        String body =
                """
                {"question": {"text": "How fast is a heap sort?", "points": 2,
                  "exactAnswers": ["O(n log n)", "linearithmic"]}, "answer": "%s"}""";

        Api.Reply right = api.post(body.formatted(" o( n log n )."));
        Api.Reply wrong = api.post(body.formatted("O(n)"));

        assertThat(right.at("/status")).isEqualTo("GRADED");
        assertThat(right.at("/grader/kind")).isEqualTo("RULE");
        assertThat(right.json().at("/score").asDouble()).isEqualTo(2);
        assertThat(right.at("/criteria/0/evidence/0/quote")).isEqualTo("o( n log n ).");
        assertThat(wrong.at("/status")).isEqualTo("GRADED");
        assertThat(wrong.json().at("/score").asDouble()).isZero();
        assertThat(wrong.at("/criteria/0/reason")).isNotBlank();
        assertThat(model.calls()).isZero();
        assertThat(fallback.calls()).isZero();
    }

    @Test
    void exactAnswersBesideAModelAnswerAreRefused() {
        Api.Reply reply =
                api.post(
                        """
                        {"question": {"text": "How many?", "exactAnswers": ["42"],
                          "modelAnswer": "Forty-two."}, "answer": "42"}""");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/question/modelAnswer");
    }

    private static String choice(String answer, String more) {
        return """
        {"question": {"text": "Which?", "kind": "MULTIPLE_CHOICE", %s "options": [
            {"id": "a", "text": "A", "correct": true}, {"id": "b", "text": "B"},
            {"id": "c", "text": "C", "correct": true}]},
         "answer": "%s"}"""
                .formatted(more, answer);
    }
}
