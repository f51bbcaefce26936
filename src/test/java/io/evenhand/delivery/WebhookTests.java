package io.evenhand.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Endpoints, as clients make, change and delete them. */
class WebhookTests extends WebhookTestBase {

    @Test
    void showsTheSecretOnceAndNeverAgain() {
        Api.Reply made = endpoint("\"grading.revised\", \"grading.completed\"");

        assertThat(made.headers().getLocation()).hasPath("/v1/webhooks/" + made.id());
        assertThat(made.at("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.at("/url")).isEqualTo(receiver.url());
        assertThat(made.json().at("/events").toString())
                .isEqualTo("[\"grading.completed\",\"grading.revised\"]");
        assertThat(made.json().at("/includeAnswer").asBoolean()).isFalse();
        assertThat(made.json().at("/enabled").asBoolean()).isTrue();
        Api.Reply read = api.get("/v1/webhooks/" + made.id());
        assertThat(read.json().has("secret")).isFalse();
        assertThat(read.headers().getETag()).isEqualTo(made.headers().getETag());
        assertThat(api.get("/v1/webhooks").text())
                .contains(made.id())
                .doesNotContain("secret\":\"");
    }

    @Test
    void hearsOfEveryErrorAtOnce() {
        Api.Reply reply =
                post(
                        "{\"url\": \"ftp://example.com\", \"events\": [\"grading.completed\","
                                + " \"batch.gone\", null], \"secret\": \"x\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(pointers(reply))
                .containsExactlyInAnyOrder("/secret", "/url", "/events/1", "/events/2");
        assertThat(reply.text()).contains("grading.review_needed").doesNotContain("ftp");
    }

    @Test
    void needsAnAddressAndEvents() {
        assertThat(pointers(post("{}"))).containsExactlyInAnyOrder("/url", "/events");
        assertThat(pointers(post("{\"url\": null, \"events\": []}")))
                .containsExactlyInAnyOrder("/url", "/events");
        assertThat(post("").status()).isEqualTo(400);
        Api.Reply wrongType = post("{\"url\": 1, \"events\": []}");
        assertThat(wrongType.status()).isEqualTo(400);
        assertThat(wrongType.at("/errors/0/pointer")).isEqualTo("/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/hook",
                "https://",
                "https:///hook",
                "http://93.184.215.14/",
                "https://user:pass@93.184.215.14/",
                "https://93.184.215.14/#here",
                "https://93.184.215.14:70000/",
                "https://93.184.215.14/a b",
                "javascript:alert(1)",
                "file:///etc/passwd"
            })
    void refusesWhatIsNoAddressOfAReceiver(String url) {
        assertThat(pointers(post(body(url)))).containsExactly("/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/", "https://10.0.0.1:8443/hook",
                        "https://169.254.169.254/latest",
                "https://[::1]/", "https://[fd00:ec2::254]/", "https://[::ffff:10.0.0.1]/",
                "https://0.0.0.0/", "https://2130706433/"
            })
    void refusesReceiversThatAreNotOnThePublicInternet(String url) {
        Api.Reply reply = post(body(url));

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.text()).contains("not on the public internet");
    }

    @Test
    void takesPublicReceivers() {
        endpointAt("https://93.184.215.14/hook?a=b", "\"grading.completed\"");
        endpointAt("HTTPS://[2606:4700::1111]:8443/hook", "\"grading.completed\"");
    }

    @Test
    void changesWhatIsGivenAndNothingElse() {
        Api.Reply made = endpoint("\"grading.completed\"");

        Api.Reply changed =
                patch(
                        made,
                        "{\"events\": [\"grading.revised\"], \"includeAnswer\": true,"
                                + " \"enabled\": false}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/url")).isEqualTo(receiver.url());
        assertThat(changed.at("/events/0")).isEqualTo("grading.revised");
        assertThat(changed.json().at("/includeAnswer").asBoolean()).isTrue();
        assertThat(changed.json().at("/enabled").asBoolean()).isFalse();
        assertThat(changed.headers().getETag()).isNotEqualTo(made.headers().getETag());
        assertThat(api.get("/v1/webhooks/" + made.id()).text()).isEqualTo(changed.text());
        assertThat(patch(made, "{\"url\": \"https://10.0.0.1/\"}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"', 200", "*, 200", "'\"0\", \"1\"', 200", "'\"7\"', 412", "1, 400"})
    void heedsIfMatch(String tags, int status) {
        Api.Reply made = endpoint("\"grading.completed\"");

        assertThat(patch(made, "{\"enabled\": false}", "If-Match", tags).status())
                .isEqualTo(status);
    }

    @Test
    void deletes() {
        Api.Reply made = endpoint("\"grading.completed\"");
        String path = "/v1/webhooks/" + made.id();

        assertThat(api.send(HttpMethod.DELETE, path, "").status()).isEqualTo(204);

        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.send(HttpMethod.DELETE, path, "").status()).isEqualTo(404);
        assertThat(api.get(path + "/deliveries").status()).isEqualTo(404);
        assertThat(act(made, "/rotate-secret").status()).isEqualTo(404);
    }

    @Test
    void boundsHowManyThereAre() {
        for (int i = 0; i < 20; i++) {
            endpoint("\"grading.completed\"");
        }

        assertThat(post(body(receiver.url())).status()).isEqualTo(409);
    }

    @Test
    void pagesTheLogOfDeliveries() {
        Api.Reply made = endpoint("\"grading.completed\"");
        for (int i = 0; i < 3; i++) {
            api.post(Api.BODY);
            receiver.next();
        }
        String log = "/v1/webhooks/" + made.id() + "/deliveries";

        Api.Reply first = api.get(log + "?limit=2");
        Api.Reply second = api.get(log + "?limit=2&cursor=" + first.at("/nextCursor"));

        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(first.headers().getFirst("Link"))
                .contains(first.at("/nextCursor"), "rel=\"next\"");
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/nextCursor").isNull()).isTrue();
        Api.Reply wrong = api.get(log + "?limit=0&cursor=x");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/errors").findValuesAsString("parameter"))
                .containsExactlyInAnyOrder("cursor", "limit");
        assertThat(act(made, "/deliveries/" + made.id() + "/redeliver").status()).isEqualTo(404);
        assertThat(act(made, "/deliveries/x/redeliver").status()).isEqualTo(404);
    }

    private Api.Reply post(String body) {
        return api.send(HttpMethod.POST, "/v1/webhooks", body);
    }

    private static String body(String url) {
        return "{\"url\": \"%s\", \"events\": [\"grading.completed\"]}".formatted(url);
    }

    private static List<String> pointers(Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        return reply.json().at("/errors").valueStream().map(WebhookTests::pointer).toList();
    }

    private static String pointer(JsonNode error) {
        return error.at("/pointer").asString();
    }
}
