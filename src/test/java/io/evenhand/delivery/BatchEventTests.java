package io.evenhand.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.batch.web.BatchApi;
import io.evenhand.support.Api;
import io.evenhand.support.ScriptedGrader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Receivers are told that a batch is completed, once, and what it came to. */
@TestPropertySource(properties = "evenhand.dispatch.interval=20ms")
class BatchEventTests extends WebhookTestBase {

    private static final String COMPLETED = "\"batch.completed\"";

    private BatchApi batches;

    @BeforeEach
    void batches() {
        batches = new BatchApi(api);
    }

    @Test
    void tellsWhatOneGetsOfTheBatch() {
        Api.Reply endpoint = endpoint(COMPLETED);
        String id = upload(BatchApi.lines(3) + "{\"answer\": 1}\n");
        batches.until(id, "COMPLETED");

        Receiver.Event event = receiver.next();

        assertThat(event.at("/type")).isEqualTo("batch.completed");
        assertThat(event.isSignedWith(endpoint.at("/secret"))).isTrue();
        assertThat(event.json().at("/data")).isEqualTo(batches.get(id));
        assertThat(event.json().at("/data/counts/GRADED").asInt()).isEqualTo(3);
        assertThat(event.json().at("/data/rejected/0/line").asInt()).isEqualTo(4);
        JsonNode delivery = delivery(endpoint, d -> d.at("/status").asString().equals("DELIVERED"));
        assertThat(delivery.at("/batchId").asString()).isEqualTo(id);
        assertThat(delivery.at("/gradingId").isNull()).isTrue();
        assertThat(log(endpoint)).hasSize(1);
    }

    @Test
    void sendsAnEventOfABatchAgainWhenAskedTo() {
        Api.Reply endpoint = endpoint(COMPLETED);
        String id = upload(BatchApi.lines(1));
        Receiver.Event first = receiver.next();
        JsonNode delivery = delivery(endpoint, attempts(1));

        act(endpoint, "/deliveries/" + delivery.at("/id").asString() + "/redeliver");

        Receiver.Event second = receiver.next();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.at("/data/id")).isEqualTo(id);
    }

    @Test
    void saysNothingOfABatchThatWasCancelled() {
        Api.Reply endpoint = endpoint(COMPLETED);
        model.will(assignment -> Mono.never());
        String cancelled = upload(BatchApi.lines(2));
        api.send(HttpMethod.DELETE, "/v1/batches/" + cancelled, "");
        batches.until(cancelled, "CANCELLED");
        modelIsBack();
        String completed = upload(BatchApi.lines(1));

        assertThat(receiver.next().at("/data/id")).isEqualTo(completed);
        assertThat(log(endpoint)).hasSize(1);
    }

    private void modelIsBack() {
        model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
    }

    private String upload(String lines) {
        return batches.accepted(batches.upload(BatchApi.NDJSON, lines));
    }

    private Iterable<JsonNode> log(Api.Reply endpoint) {
        return api.get("/v1/webhooks/" + endpoint.id() + "/deliveries").json().at("/items");
    }
}
