package io.evenhand.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** Events on their way to receivers that take them, or do not. */
@ExtendWith(OutputCaptureExtension.class)
class DeliveryTests extends WebhookTestBase {

    private static final String COMPLETED = "\"grading.completed\"";

    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("rounds")
    SmartLifecycle rounds;

    @Test
    void aReceiverCanVerifyWhatItGetsAndReadsNoAnswer(CapturedOutput log) {
        Api.Reply endpoint = endpoint(ALL_EVENTS);
        String secret = endpoint.at("/secret");
        Api.Reply graded = api.post(Api.BODY);

        Receiver.Event event = receiver.next();

        assertThat(event.isSignedWith(secret)).isTrue();
        assertThat(event.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(event.id()).matches("msg_[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(event.headers().get("content-type")).isEqualTo("application/json");
        assertThat(event.headers().names()).doesNotContain("traceparent");
        assertThat(event.at("/type")).isEqualTo("grading.completed");
        assertThat(Instant.parse(event.at("/timestamp"))).isBeforeOrEqualTo(clock.instant());
        assertThat(event.at("/data/id")).isEqualTo(graded.id());
        assertThat(event.json().at("/data/revision").asInt()).isEqualTo(1);
        assertThat(event.at("/data/criteria/0/verdict")).isEqualTo("met");
        assertThat(event.json().at("/data/criteria/0/evidence/0").propertyNames())
                .containsExactlyInAnyOrder("start", "end");
        assertThat(event.body()).doesNotContain("memorises", "\"answer\"", "\"quote\"");
        JsonNode delivery = delivery(endpoint, attempts(1));
        assertThat(delivery.at("/status").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.at("/messageId").asString()).isEqualTo(event.id());
        assertThat(delivery.at("/gradingId").asString()).isEqualTo(graded.id());
        assertThat(delivery.at("/nextAttemptAt").isNull()).isTrue();
        assertThat(delivery.at("/attempts/0/statusCode").asInt()).isEqualTo(204);
        assertThat(log.getAll()).doesNotContain("memorises", secret, receiver.url());
    }

    @Test
    void anEndpointThatAsksForItGetsTheAnswerAndItsQuotes() {
        endpoint(COMPLETED, ", \"includeAnswer\": true");
        api.post(Api.BODY);

        Receiver.Event event = receiver.next();

        assertThat(event.at("/data/answer")).isEqualTo("It memorises the noise.");
        assertThat(event.at("/data/criteria/0/evidence/0/quote"))
                .isEqualTo("It memorises the noise.");
    }

    @Test
    void tellsOfRevisionsAndOfWhatNeedsAPerson() {
        model.reset();
        endpoint(ALL_EVENTS);
        String id =
                api.post(Api.BODY.replace("\"modelAnswer\"", "\"passMark\": 50, \"modelAnswer\""))
                        .id();
        Set<String> first = new HashSet<>();
        first.add(receiver.next().at("/type"));
        first.add(receiver.next().at("/type"));
        assertThat(first).containsExactlyInAnyOrder("grading.completed", "grading.review_needed");

        model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        api.send(HttpMethod.POST, "/v1/gradings/" + id + "/regrade", "");

        Receiver.Event event = receiver.next();
        assertThat(event.at("/type")).isEqualTo("grading.revised");
        assertThat(event.at("/data/id")).isEqualTo(id);
        assertThat(event.json().at("/data/revision").asInt()).isEqualTo(2);
    }

    @Test
    void triesAgainAfterAFailureWithTheSameId() {
        Api.Reply endpoint = endpoint(COMPLETED);
        receiver.will(Receiver.answer(500));
        api.post(Api.BODY);
        Receiver.Event first = receiver.next();
        JsonNode waiting = delivery(endpoint, attempts(1));
        assertThat(waiting.at("/status").asString()).isEqualTo("PENDING");
        assertThat(waiting.at("/attempts/0/error").asString()).isEqualTo("STATUS");
        assertThat(waiting.at("/attempts/0/statusCode").asInt()).isEqualTo(500);
        assertThat(nextAttempt(waiting))
                .isBetween(Duration.ofMillis(4400), Duration.ofMillis(7000));
        assertThat(receiver.unread()).isZero();

        receiver.will(Receiver.answer(200));
        clock.advance(Duration.ofSeconds(6));

        Receiver.Event second = receiver.next();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.isSignedWith(endpoint.at("/secret"))).isTrue();
        assertThat(delivery(endpoint, attempts(2)).at("/status").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        Api.Reply endpoint = endpoint(COMPLETED);
        receiver.will(Receiver.answer(429, "Retry-After", "3600"));
        api.post(Api.BODY);
        receiver.next();

        JsonNode waiting = delivery(endpoint, attempts(1));

        assertThat(nextAttempt(waiting)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void givesUpAfterTenTriesAndKeepsThemInItsLog() {
        Api.Reply endpoint = endpoint(COMPLETED);
        receiver.will(Receiver.answer(503));
        api.post(Api.BODY);
        for (int i = 1; i < 10; i++) {
            delivery(endpoint, attempts(i));
            clock.advance(Duration.ofHours(27));
        }

        JsonNode failed = delivery(endpoint, attempts(10));

        assertThat(failed.at("/status").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/nextAttemptAt").isNull()).isTrue();
        receiver.will(Receiver.answer(200));
        Api.Reply again =
                act(endpoint, "/deliveries/" + failed.at("/id").asString() + "/redeliver");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.at("/status")).isEqualTo("PENDING");
        JsonNode delivered = delivery(endpoint, attempts(11));
        assertThat(delivered.at("/status").asString()).isEqualTo("DELIVERED");
        assertThat(delivered.at("/messageId").asString()).isEqualTo(receiver.next().id());
    }

    @Test
    void whatWasDeliveredIsDeliveredAgainOnRequestWithTheSameId() {
        Api.Reply endpoint = endpoint(COMPLETED);
        api.post(Api.BODY);
        String id = receiver.next().id();
        JsonNode delivered = delivery(endpoint, attempts(1));

        act(endpoint, "/deliveries/" + delivered.at("/id").asString() + "/redeliver");

        assertThat(receiver.next().id()).isEqualTo(id);
    }

    @Test
    void aReceiverThatIsGoneIsDisabled() {
        Api.Reply endpoint = endpoint(COMPLETED);
        receiver.will(Receiver.answer(410));
        api.post(Api.BODY);
        receiver.next();
        JsonNode failed = delivery(endpoint, attempts(1));
        assertThat(failed.at("/status").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/attempts/0/error").asString()).isEqualTo("GONE");

        Api.Reply disabled = api.get("/v1/webhooks/" + endpoint.id());

        assertThat(disabled.json().at("/enabled").asBoolean()).isFalse();
        assertThat(disabled.at("/disabledBy")).isEqualTo("GONE");
        api.post(Api.BODY);
        assertThat(api.get("/v1/webhooks/" + endpoint.id() + "/deliveries").json().at("/items"))
                .hasSize(1);
        String redeliver = "/deliveries/" + failed.at("/id").asString() + "/redeliver";
        assertThat(act(endpoint, redeliver).status()).isEqualTo(409);

        receiver.will(Receiver.answer(200));
        Api.Reply enabled = patch(endpoint, "{\"enabled\": true}");
        assertThat(enabled.json().at("/disabledBy").isNull()).isTrue();
        act(endpoint, redeliver);
        assertThat(receiver.next().at("/type")).isEqualTo("grading.completed");
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        try (Receiver elsewhere = new Receiver()) {
            Api.Reply endpoint = endpoint(COMPLETED);
            receiver.will(Receiver.answer(307, "Location", "http://127.0.0.1:" + elsewhere.port()));
            api.post(Api.BODY);

            JsonNode delivery = delivery(endpoint, attempts(1));

            assertThat(delivery.at("/attempts/0/error").asString()).isEqualTo("REDIRECT");
            assertThat(elsewhere.unread()).isZero();
        }
    }

    @Test
    void aReceiverThatSaysNothingIsGivenUpInTimeAndHoldsUpNobody() {
        try (Receiver dead = new Receiver()) {
            dead.will(Receiver.silence());
            Api.Reply silent = endpointAt(dead.url(), COMPLETED);
            endpoint(COMPLETED);
            for (int i = 0; i < 12; i++) {
                api.post(Api.BODY);
            }

            for (int i = 0; i < 12; i++) {
                receiver.next();
            }
            JsonNode log =
                    when(
                            "/v1/webhooks/" + silent.id() + "/deliveries",
                            "/items",
                            items -> items.findValues("error").size() > 0);
            assertThat(log.findValues("error")).allMatch(e -> e.asString().equals("TIMEOUT"));
        }
    }

    @Test
    void aBodyWithoutAnEndDoesNotUndoASuccess() {
        Api.Reply endpoint = endpoint(COMPLETED);
        byte[] noise = new byte[8192];
        receiver.will(
                response ->
                        response.status(200).sendByteArray(Mono.just(noise).repeat().limitRate(1)));
        api.post(Api.BODY);

        assertThat(delivery(endpoint, attempts(1)).at("/status").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void whatWasErasedMeanwhileIsNotSent() {
        Api.Reply endpoint = endpoint(COMPLETED);
        receiver.will(Receiver.answer(500));
        api.post(Api.BODY.replace("c-1", "c-of-a-delivery"));
        receiver.next();
        delivery(endpoint, attempts(1));
        api.send(HttpMethod.DELETE, "/v1/candidates/c-of-a-delivery", "");

        clock.advance(Duration.ofSeconds(6));

        JsonNode delivery = delivery(endpoint, attempts(2));
        assertThat(delivery.at("/status").asString()).isEqualTo("FAILED");
        assertThat(delivery.at("/attempts/1/error").asString()).isEqualTo("ERASED");
        assertThat(receiver.unread()).isZero();
    }

    @Test
    void aStopLetsWhatIsOnItsWayArriveAndTakesUpNothingMore() throws Exception {
        Api.Reply endpoint = endpoint(COMPLETED);
        Sinks.Empty<Void> answer = Sinks.empty();
        receiver.will(
                response -> answer.asMono().then(Mono.defer(() -> response.status(204).send())));
        api.post(Api.BODY);
        receiver.next();
        CountDownLatch stopped = new CountDownLatch(1);

        rounds.stop(stopped::countDown);
        try {
            receiver.will(Receiver.answer(204));
            api.post(Api.BODY);
            assertThat(stopped.getCount()).isEqualTo(1);
            answer.tryEmitEmpty();
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
            JsonNode items =
                    api.get("/v1/webhooks/" + endpoint.id() + "/deliveries").json().at("/items");
            assertThat(items.findValuesAsString("status")).containsExactly("PENDING", "DELIVERED");
        } finally {
            rounds.start();
        }
        receiver.next();
    }

    @Test
    void aReceiverThatIsNotThereIsTriedAgain() {
        Api.Reply endpoint = endpoint(COMPLETED);
        receiver.close();
        api.post(Api.BODY);

        JsonNode delivery = delivery(endpoint, attempts(1));

        assertThat(delivery.at("/status").asString()).isEqualTo("PENDING");
        assertThat(delivery.at("/attempts/0/error").asString()).isEqualTo("CONNECTION");
        assertThat(delivery.at("/attempts/0/statusCode").isNull()).isTrue();
    }

    @Test
    void afterARotationBothSecretsSignForADay() {
        Api.Reply endpoint = endpoint(COMPLETED);
        Api.Reply rotated = act(endpoint, "/rotate-secret");
        String old = endpoint.at("/secret");
        String fresh = rotated.at("/secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        api.post(Api.BODY);
        Receiver.Event both = receiver.next();
        assertThat(both.isSignedWith(old)).isTrue();
        assertThat(both.isSignedWith(fresh)).isTrue();

        clock.advance(Duration.ofHours(24));
        api.post(Api.BODY);

        assertThat(both.headers().get("webhook-signature").split(" ")).hasSize(2);
        assertThat(receiver.next().headers().get("webhook-signature").split(" ")).hasSize(1);
    }

    private Duration nextAttempt(JsonNode delivery) {
        return Duration.between(
                Instant.parse(delivery.at("/occurredAt").asString()),
                Instant.parse(delivery.at("/nextAttemptAt").asString()));
    }
}
