package io.evenhand.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A service that may send to localhost, looks often for what is due, and has a receiver. */
@TestPropertySource(
        properties = {
            "evenhand.delivery.interval=20ms",
            "evenhand.delivery.allowed-hosts=localhost",
            "evenhand.delivery.timeout=5s",
            "evenhand.delivery.max-per-endpoint=2"
        })
abstract class WebhookTestBase extends ApiTestBase {

    private static final int MOST_LOOKS = 5000;
    protected static final String ALL_EVENTS =
            "\"grading.completed\", \"grading.revised\", \"grading.review_needed\","
                    + " \"batch.completed\"";

    protected Receiver receiver;

    @BeforeEach
    void openReceiver() {
        receiver = new Receiver();
    }

    /** Every test has the tenant's endpoints for itself. */
    @AfterEach
    void removeEndpoints() {
        api.get("/v1/webhooks")
                .json()
                .at("/items")
                .forEach(
                        item ->
                                api.send(
                                        HttpMethod.DELETE,
                                        "/v1/webhooks/" + item.at("/id").asString(),
                                        ""));
        receiver.close();
    }

    protected Api.Reply endpoint(String events, String... fields) {
        return endpointAt(receiver.url(), events, fields);
    }

    protected Api.Reply endpointAt(String url, String events, String... fields) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/webhooks",
                        "{\"url\": \"%s\", \"events\": [%s]%s}"
                                .formatted(url, events, String.join("", fields)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    protected Api.Reply patch(Api.Reply endpoint, String body, String... headers) {
        return api.send(HttpMethod.PATCH, "/v1/webhooks/" + endpoint.id(), body, headers);
    }

    protected Api.Reply act(Api.Reply endpoint, String path) {
        return api.send(HttpMethod.POST, "/v1/webhooks/" + endpoint.id() + path, "");
    }

    /** The newest delivery, as soon as it is so. */
    protected JsonNode delivery(Api.Reply endpoint, Predicate<JsonNode> enough) {
        return when("/v1/webhooks/" + endpoint.id() + "/deliveries", "/items/0", enough);
    }

    protected JsonNode when(String path, String pointer, Predicate<JsonNode> enough) {
        JsonNode seen = api.get(path).json().at(pointer);
        for (int i = 0; i < MOST_LOOKS && !enough.test(seen); i++) {
            seen = api.get(path).json().at(pointer);
        }
        assertThat(enough.test(seen)).as(seen.toString()).isTrue();
        return seen;
    }

    protected static Predicate<JsonNode> attempts(int count) {
        return delivery -> delivery.at("/attempts").size() == count;
    }
}
