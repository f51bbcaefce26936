package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** A parameter with a slip in its name is told, not read past. */
class UnknownParameterTests extends ApiTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/gradings?stauts=GRADED",
                "/v1/questions?lvl=BASIC",
                "/v1/questions/export?levle=BASIC",
                "/v1/interviews?page=2",
                "/v1/usage?moth=2026-10"
            })
    void isRefusedByItsName(String path) {
        Api.Reply reply = api.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("INVALID_PARAMETER");
        assertThat(path).contains("?" + reply.at("/errors/0/parameter") + "=");
    }

    @Test
    void ofABatchIsRefusedBeforeAnythingIsStored() {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/batches?maxCots=1",
                        Api.BODY.replace("\n", " "),
                        "Content-Type",
                        "application/x-ndjson");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/errors/0/parameter")).isEqualTo("maxCots");
        assertThat(reply.at("/errors/0/message")).contains("maxCost", "pilot", "questionId");
    }

    @Test
    void isNeverOneThatTheDocumentationNames() {
        List<String> refused = new ArrayList<>();
        JsonNode paths = api.get("/v3/api-docs").json().at("/paths");
        paths.properties().stream()
                .filter(path -> path.getValue().has("get"))
                .forEach(
                        path -> refused.addAll(refused(path.getKey(), path.getValue().at("/get"))));

        assertThat(refused).isEmpty();
    }

    /** What is wrong with the value of a parameter is another matter than its name. */
    private List<String> refused(String path, JsonNode operation) {
        return operation
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals("query"))
                .map(
                        parameter ->
                                path.replaceAll("\\{\\w+}", "x")
                                        + "?"
                                        + parameter.at("/name").asString()
                                        + "=")
                .filter(query -> api.get(query).text().contains("is no parameter of this call"))
                .toList();
    }

    @Test
    void ofAPageIsReadPast() {
        assertThat(api.get("/review?utm_source=mail").status()).isEqualTo(200);
    }
}
