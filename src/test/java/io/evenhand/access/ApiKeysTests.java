package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** Who may do what. */
@ExtendWith(OutputCaptureExtension.class)
class ApiKeysTests extends KeyedApiTestBase {

    private static final String NEVER = "01JD0000000000000000000000";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/gradings", "/v1/gradings/" + NEVER, "/v1/anything", "/v1"})
    void asksForAKey(String path) {
        Api.Reply reply = api.get(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.headers().getFirst("WWW-Authenticate")).startsWith("Bearer ");
        assertThat(reply.headers().getContentType()).hasToString("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown-key", "Bearer ", "bearer", "Basic a2V5", "nonsense"})
    void refusesWhatIsNoKnownKey(String authorization) {
        Api.Reply reply = api.get("/v1/gradings", "Authorization", authorization);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("/code")).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.headers().getFirst("WWW-Authenticate")).startsWith("Bearer ");
    }

    @Test
    void takesNoKeyWhoseHashIsAnothersInAllDigitsButOne() {
        assertThat(api.get("/v1/gradings", with(ALMOST)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    POST,   /v1/gradings,              true,  false, false
                    GET,    /v1/gradings,              true,  true,  false
                    GET,    /v1/gradings/{id},         true,  true,  false
                    GET,    /v1/gradings/{id}/history, true,  true,  false
                    POST,   /v1/gradings/{id}/regrade, true,  false, false
                    POST,   /v1/gradings/{id}/review,  false, true,  false
                    DELETE, /v1/gradings/{id},         true,  false, false
                    GET,    /,                         false, true,  false
                    GET,    /gradings/{id},            false, true,  false
                    GET,    /actuator/prometheus,      false, false, true
                    """)
    void opensToItsScopesOnly(
            String method, String path, boolean grade, boolean review, boolean manage) {
        String address = path.replace("{id}", NEVER);
        List<String> keys = List.of(GRADE, REVIEW, MANAGE, ALL);
        List<Boolean> open = List.of(grade, review, manage, true);

        for (int i = 0; i < keys.size(); i++) {
            String body = method.equals("POST") && path.equals("/v1/gradings") ? Api.BODY : "";
            Api.Reply reply =
                    api.send(HttpMethod.valueOf(method), address, body, with(keys.get(i)));
            if (open.get(i)) {
                assertThat(reply.status()).as(keys.get(i)).isIn(200, 404);
            } else {
                assertThat(reply.status()).as(keys.get(i)).isEqualTo(403);
                assertThat(reply.at("/code")).isEqualTo("FORBIDDEN");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/assets/evenhand.css"
            })
    void needsNoKeyForWhatTellsNothing(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void takesAPasswordForPagesOnly() {
        String basic = basic(REVIEW);

        assertThat(api.get("/", "Authorization", basic).status()).isEqualTo(200);
        for (String path : List.of("/v1/gradings", "/%761/gradings", "/v%31/gradings")) {
            assertThat(api.get(path, "Authorization", basic).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void asksABrowserForAPassword() {
        Api.Reply reply = api.get("/");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().getFirst("WWW-Authenticate")).startsWith("Basic ");
    }

    @Test
    void answersToAnyNameOfItsHost() {
        assertThat(api.get("/v1/gradings", with(GRADE, "Host", "evenhand.example")).status())
                .isEqualTo(200);
    }

    @Test
    void namesTheKeyInTheHistoryWithoutTellingIt() {
        String id = api.post(Api.BODY, with(GRADE)).id();

        Api.Reply history = api.get("/v1/gradings/" + id + "/history", with(REVIEW));

        assertThat(history.at("/items/0/actor")).matches("key:[0-9a-f]{8}");
        assertThat(history.text()).doesNotContain(GRADE);
    }

    @Test
    void namesTheReviewerByTheirKeyWithoutTellingIt() {
        String id = api.post(Api.BODY, with(GRADE)).id();

        Api.Reply reviewed =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + id + "/review",
                        "{}",
                        with(REVIEW, "If-Match", "*"));

        assertThat(reviewed.at("/review/reviewer")).matches("key:[0-9a-f]{8}");
        assertThat(reviewed.text()).doesNotContain(REVIEW);
    }

    @Test
    void keepsKeysOutOfTheLog(CapturedOutput log) {
        api.post(Api.BODY, with(GRADE));
        api.get("/actuator/prometheus", with(GRADE));
        api.get("/v1/gradings", with("unknown-key"));
        api.get("/", "Authorization", basic("unknown-key"));
        faults.failNext("page");
        assertThat(api.get("/v1/gradings", with(GRADE)).status()).isEqualTo(500);

        assertThat(log.getAll()).contains("UNAUTHENTICATED", "FORBIDDEN", "a request failed");
        Stream.of(GRADE, "unknown-key", basic("unknown-key").substring(6))
                .forEach(key -> assertThat(log.getAll()).doesNotContain(key));
    }

    private static String basic(String password) {
        byte[] pair = ("anyone:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
