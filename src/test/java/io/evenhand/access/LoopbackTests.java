package io.evenhand.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** Without keys, only this machine is answered, and only under its own names. */
class LoopbackTests extends ApiTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:80", "[::1]:8080"})
    void answersToNamesOfThisMachine(String host) {
        Api.Reply reply = api.get("/v1/gradings", "Host", host);

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.1",
                "[2001:db8::1]"
            })
    void refusesNamesThatAPageCouldPointHere(String host) {
        for (String path : new String[] {"/v1/gradings", "/", "/actuator/health/liveness"}) {
            Api.Reply reply = api.get(path, "Host", host);

            assertThat(reply.status()).as(path).isEqualTo(403);
            assertThat(reply.at("/code")).isEqualTo("FORBIDDEN");
        }
    }

    /** What a page may send without asking first: a POST without a body. */
    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
    void takesNothingFromPagesOfOtherSites(String site, int status) {
        String path = "/v1/questions/import?source=ai-engineer";

        assertThat(api.send(HttpMethod.POST, path, "", "Sec-Fetch-Site", site).status())
                .isEqualTo(status);
        assertThat(api.get("/v1/questions", "Sec-Fetch-Site", site).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void letsNoPageOfAnotherOriginReadIt(String origin) {
        Api.Reply reply = api.get("/v1/gradings", "Origin", origin);

        assertThat(reply.headers().getFirst("Access-Control-Allow-Origin")).isNull();
    }
}
