package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Outcome;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Sinks;

/** The same key and body give the same grading, once. */
class IdempotencyTests extends ApiTestBase {

    private final String key = UUID.randomUUID().toString();

    @Test
    void replaysTheGradingOfTheFirstRequest() {
        Api.Reply first = post(Api.BODY);
        Api.Reply second = post(Api.BODY);

        assertThat(first.headers().getFirst("Idempotency-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void comparesBodiesAsJson() {
        Api.Reply first = post(Api.BODY);
        Api.Reply second =
                post(
                        """
                        {"candidateRef":"c-1","answer":"It memorises the n\\u006fise.",
                         "question":{"rubric":{"criteria":[{"points":4.0,"description":"Says noise","id":"noise"}]},
                         "modelAnswer":"It fits noise.","text":"What is overfitting?"}}""");

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        post(Api.BODY);
        Api.Reply other = post(Api.body("Something else."));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void asksToComeBackWhileTheFirstRequestRuns() throws Exception {
        Sinks.One<Outcome> verdict = Sinks.one();
        CountDownLatch asked = new CountDownLatch(1);
        model.will(assignment -> verdict.asMono().doOnSubscribe(subscription -> asked.countDown()));
        CompletableFuture<Api.Reply> first = CompletableFuture.supplyAsync(() -> post(Api.BODY));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        Api.Reply second = post(Api.BODY);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/code")).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
        assertThat(second.headers().getFirst("Retry-After")).isEqualTo("1");

        verdict.tryEmitValue(
                ScriptedGrader.unavailable(io.evenhand.grading.FallbackReason.DEADLINE));
        assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(post(Api.BODY).id()).isEqualTo(first.get().id());
    }

    @Test
    void repeatsTheAcceptanceOfAnAsynchronousRequest() {
        Sinks.One<Outcome> verdict = Sinks.one();
        model.will(assignment -> verdict.asMono());

        Api.Reply first = post(Api.BODY, "Prefer", "respond-async");
        Api.Reply second = post(Api.BODY, "Prefer", "respond-async");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.headers().getFirst("Retry-After")).isEqualTo("1");
        assertThat(second.headers().getFirst("Location")).isEqualTo("/v1/gradings/" + first.id());
        api.send(HttpMethod.DELETE, "/v1/gradings/" + first.id(), "");
    }

    @Test
    void replaysAStream() {
        Api.Reply first = post(Api.BODY);
        Api.Reply stream = post(Api.BODY, "Accept", "text/event-stream");

        assertThat(stream.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(stream.text()).contains(first.id());
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void forgetsAKeyAfterADay() {
        Api.Reply first = post(Api.BODY);
        clock.advance(Duration.ofHours(24).minusSeconds(60));
        Api.Reply withinADay = post(Api.BODY);
        clock.advance(Duration.ofSeconds(61));
        Api.Reply after = post(Api.BODY);
        Api.Reply again = post(Api.BODY);

        assertThat(withinADay.id()).isEqualTo(first.id());
        assertThat(after.id()).isNotEqualTo(first.id());
        assertThat(again.id()).isEqualTo(after.id());
    }

    @Test
    void freesTheKeyOfARefusedRequest() {
        assertThat(post(Api.body("x".repeat(20_001))).status()).isEqualTo(413);
        assertThat(post("{\"answer\": \"a\"}").status()).isEqualTo(422);
        faults.failNext("add");
        assertThat(post(Api.BODY).status()).isEqualTo(500);

        assertThat(post(Api.BODY).status()).isEqualTo(200);
    }

    @Test
    void gradesOnceWhateverComesAtOnce() {
        var replies =
                java.util.stream.Stream.generate(
                                () -> CompletableFuture.supplyAsync(() -> post(Api.BODY)))
                        .limit(8)
                        .toList();

        assertThat(replies)
                .extracting(reply -> reply.join().status())
                .contains(200)
                .allMatch(status -> status == 200 || status == 409);
        assertThat(model.calls()).isEqualTo(1);
    }

    private Api.Reply post(String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Idempotency-Key";
        all[headers.length + 1] = key;
        return api.post(body, all);
    }
}
