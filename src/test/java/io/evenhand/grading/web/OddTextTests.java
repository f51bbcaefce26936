package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** An answer is kept as it came, whatever it holds. */
class OddTextTests extends ApiTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUL \u0000 and \u0001",
                "\ud83d\ude00 e\u0301 \u202eright to left",
                "back\\slash \\u0000 and \"quotes\"",
                "line\r\nline\u2028line",
                "\ufeffmark \ufffe \ufffd",
                "x\u0000"
            })
    void keepsAnAnswerAsItCame(String answer) {
        Api.Reply graded = api.post(Api.body(answer));

        assertThat(graded.status()).as(graded.text()).isEqualTo(200);
        assertThat(api.get("/v1/gradings/" + graded.id()).at("/answer")).isEqualTo(answer);
    }

    @Test
    void takesAByteOrderMark() {
        byte[] body = ("\ufeff" + Api.BODY).getBytes(StandardCharsets.UTF_8);

        assertThat(api.send(HttpMethod.POST, "/v1/gradings", headers -> {}, body).status())
                .isEqualTo(200);
    }

    @Test
    void handsMetadataBackAsItCame() {
        String metadata =
                "{\"big\":1E+400,\"deep\":"
                        + "[".repeat(300)
                        + "]".repeat(300)
                        + ",\"nul\":\"\\u0000\"}";

        Api.Reply graded = api.post(Api.bodyWith("\"metadata\": " + metadata + ","));

        assertThat(graded.status()).as(graded.text()).isEqualTo(200);
        JsonNode kept = api.get("/v1/gradings/" + graded.id()).json().at("/metadata");
        assertThat(kept.toString()).isEqualTo(metadata);
    }

    @Test
    void takesHugeNumbersInMetadataAlsoWithAKey() {
        String body =
                Api.bodyWith("\"metadata\": {\"huge\": 1e999999999, \"tiny\": -1e-999999999},");

        assertThat(api.post(body, "Idempotency-Key", "huge").status()).isEqualTo(200);
        assertThat(api.post(body, "Idempotency-Key", "huge").status()).isEqualTo(200);
    }

    @Test
    void asksNoDatabaseForWhatItCannotHold() {
        String questionId = "{\"questionId\": \"a\\u0000b\", \"answer\": \"a\"}";
        String candidateRef = Api.BODY.replace("c-1", "a\\u0000b");

        assertThat(api.post(questionId).status()).isEqualTo(422);
        assertThat(api.post(candidateRef).status()).isEqualTo(422);
        for (String name : List.of("questionId", "batchId", "candidateRef")) {
            assertThat(api.get("/v1/gradings?" + name + "=a%00b").status()).isEqualTo(400);
        }
        assertThat(api.get("/v1/gradings/%00").status()).isEqualTo(404);
    }
}
