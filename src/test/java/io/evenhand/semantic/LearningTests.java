package io.evenhand.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Reviews of a question teach the service how to grade its next answers, over HTTP. */
class LearningTests extends ApiTestBase {

    @Autowired SemanticModel semantic;

    @BeforeEach
    void load() {
        semantic.await();
    }

    @Test
    void fiveRandomReviewsMoveAProvisionalGrade() {
        model.reset();
        String question = "Why do five reviews move it?";
        for (int i = 0; i < 4; i++) {
            reviewed(question, "It memorises the noise, I said " + i, 4, "RANDOM");
        }
        JsonNode before = post(question, "It memorises the noise, he said");
        assertThat(before.at("/grader").has("calibratedBy")).isFalse();
        assertThat(before.at("/score").asDouble()).isEqualTo(2);
        reviewed(question, "It memorises the noise, she said", 4, "RANDOM");

        JsonNode after = post(question, "It memorises the noise, they said");

        assertThat(after.at("/status").asString()).isEqualTo("PROVISIONAL");
        assertThat(after.at("/grader/calibratedBy").asInt()).isEqualTo(5);
        assertThat(after.at("/score").asDouble()).isBetween(2.5, 4.0);
        assertThat(after.at("/scoreRange/min").asDouble())
                .isLessThan(after.at("/score").asDouble());
        assertThat(after.at("/confidenceBasis/calibration").asDouble()).isBetween(.9, 1.0);
        JsonNode other = post("What of another question?", "It memorises the noise");
        assertThat(other.at("/grader").has("calibratedBy")).isFalse();
    }

    @Test
    void reviewsThatHadAReasonTeachNothing() {
        model.reset();
        String question = "Why does a reason teach nothing?";
        for (int i = 0; i < 6; i++) {
            reviewed(question, "It memorises the noise " + i, 4, "REASON");
        }

        assertThat(post(question, "It memorises the noise").at("/grader").has("calibratedBy"))
                .isFalse();
    }

    @Test
    void aModelsPointsStayAndAClearContradictionGoesToAPerson() {
        String question = "Why do a model's points stay?";
        for (int i = 0; i < 12; i++) {
            reviewed(question, "It memorises the noise " + i, 0, "RANDOM");
        }

        JsonNode graded = post(question, "It memorises the noise");

        assertThat(graded.at("/score").asDouble()).isEqualTo(4);
        assertThat(graded.at("/criteria/0/verdict").asString()).isEqualTo("met");
        assertThat(graded.at("/grader/calibratedBy").asInt()).isEqualTo(12);
        assertThat(graded.at("/scoreRange/min").asDouble()).isLessThan(1);
        assertThat(graded.at("/scoreRange/max").asDouble()).isEqualTo(4);
        assertThat(graded.at("/confidence").asDouble()).isLessThan(.5);
        assertThat(graded.at("/status").asString()).isEqualTo("NEEDS_REVIEW");
        assertThat(graded.at("/reviewReasons").valueStream())
                .extracting(JsonNode::asString)
                .contains("GRADERS_DISAGREE");
    }

    private JsonNode post(String question, String answer) {
        Api.Reply reply = api.post(Api.body(answer).replace("What is overfitting?", question));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private void reviewed(String question, String answer, int points, String selection) {
        JsonNode graded = post(question, answer);
        Api.Reply reviewed =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + graded.at("/id").asString() + "/review",
                        """
                        {"criteria": [{"id": "noise", "points": %d}], "selection": "%s"}"""
                                .formatted(points, selection),
                        "If-Match",
                        "*");
        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
    }
}
