package io.evenhand;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document that is kept beside the code is the one that the service gives out. */
class OpenApiTests extends ApiTestBase {

    private static final Path FILE = Path.of("docs/openapi.yaml");
    private static final String REWRITE =
            "bin/verify -Dtest=OpenApiTests -Devenhand.openapi.write=true";

    @Test
    void isTheOneInTheRepository() throws IOException {
        Api.Reply served = api.get("/v3/api-docs.yaml");
        assertThat(served.status()).isEqualTo(200);
        if (Boolean.getBoolean("evenhand.openapi.write")) {
            Files.writeString(FILE, served.text());
        }

        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as("%s differs from what the service says; look at it after: %s", FILE, REWRITE)
                .isEqualTo(served.text());
    }

    @Test
    void saysWhatItIsAndHowToCall() {
        JsonNode document = api.get("/v3/api-docs").json();

        assertThat(document.at("/info/title").asString()).isEqualTo("Evenhand");
        assertThat(document.at("/info/description").asString()).isNotBlank();
        assertThat(document.at("/info/version").asString()).isNotBlank();
        assertThat(document.at("/info/license/name").asString()).isEqualTo("Apache-2.0");
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(document.at("/components/securitySchemes/apiKey/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("apiKey")).isTrue();
    }

    @Test
    void showsRequestsThatTheServiceTakes() {
        JsonNode examples =
                api.get("/v3/api-docs")
                        .json()
                        .at(
                                "/paths/~1v1~1gradings/post/requestBody/content/application~1json/examples");

        assertThat(examples.size()).isGreaterThanOrEqualTo(2);
        assertThat(examples.valueStream())
                .allSatisfy(
                        example -> {
                            JsonNode value = example.at("/value");
                            String body = value.isString() ? value.asString() : value.toString();
                            Api.Reply reply = api.post(body);
                            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                        });
    }

    @Test
    void leavesPagesAndToolsOut() {
        assertThat(api.get("/v3/api-docs").json().at("/paths").propertyNames())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/v1/"));
    }

    @Test
    void documentsWhatEveryOperationTakesAndAnswers() {
        List<JsonNode> operations =
                api.get("/v3/api-docs")
                        .json()
                        .at("/paths")
                        .valueStream()
                        .flatMap(JsonNode::valueStream)
                        .toList();

        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(
                        operation -> {
                            assertThat(operation.at("/summary").asString()).isNotBlank();
                            assertThat(operation.at("/operationId").asString()).isNotBlank();
                            assertThat(operation.at("/responses").propertyNames())
                                    .anyMatch(status -> status.startsWith("2"));
                            assertThat(operation.at("/parameters").valueStream())
                                    .allMatch(parameter -> parameter.has("schema"));
                            assertThat(operation.at("/responses/default/content").propertyNames())
                                    .containsExactly("application/problem+json");
                        });
    }
}
