package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Outcome;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.Leaver;
import io.evenhand.support.ScriptedGrader;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What becomes of the work when the one who asked for it goes away. */
class ClientsThatLeaveTests extends ApiTestBase {

    private final String candidate = UUID.randomUUID().toString();
    private final Sinks.One<Outcome> verdict = Sinks.one();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @BeforeEach
    void holdTheModel() {
        model.will(
                assignment ->
                        Mono.defer(verdict::asMono)
                                .map(said -> ScriptedGrader.allMet(assignment))
                                .doOnSubscribe(subscription -> asked.countDown())
                                .doOnCancel(cancelled::countDown));
    }

    @Test
    void cancelTheCallToTheModelWhenNobodyComesBackForIt() throws Exception {
        try (Leaver client = Leaver.grade(api.port(), body())) {
            await(asked);
        }
        await(cancelled);

        Api.Reply grading = settled();
        assertThat(grading.at("/status")).isEqualTo("CANCELLED");
        assertThat(grading.at("/reason")).isEqualTo("CLIENT_GONE");
        assertThat(grading.json().at("/revision").asInt()).isZero();
    }

    @Test
    void letTheWorkGoOnWhenAKeyLetsThemComeBack() throws Exception {
        try (Leaver client = Leaver.grade(api.port(), body(), "Idempotency-Key: " + candidate)) {
            await(asked);
        }
        leaveOneWhoseLeavingIsSeen();
        verdict.tryEmitValue(new Outcome.Busy());

        assertThat(settled().at("/status")).isEqualTo("GRADED");
        assertThat(api.post(body(), "Idempotency-Key", candidate).at("/status"))
                .isEqualTo("GRADED");
        assertThat(cancelled.getCount()).isEqualTo(1);
    }

    @Test
    void cancelAStreamThatNobodyReads() throws Exception {
        try (Leaver client = Leaver.grade(api.port(), body(), "Accept: text/event-stream")) {
            await(asked);
            assertThat(client.readUntil("event:status")).isTrue();
        }
        await(cancelled);

        assertThat(settled().at("/reason")).isEqualTo("CLIENT_GONE");
    }

    @Test
    void letAStreamWithAKeyGoOn() throws Exception {
        String key = "Idempotency-Key: " + candidate;
        try (Leaver client = Leaver.grade(api.port(), body(), "Accept: text/event-stream", key)) {
            await(asked);
            assertThat(client.readUntil("event:status")).isTrue();
        }
        leaveOneWhoseLeavingIsSeen();
        verdict.tryEmitValue(new Outcome.Busy());

        assertThat(settled().at("/status")).isEqualTo("GRADED");
    }

    @Test
    void cancelNothingByLeavingAGet() throws Exception {
        String id = api.post(body(), "Prefer", "respond-async").id();
        await(asked);
        try (Leaver reader = Leaver.get(api.port(), "/v1/gradings/" + id + "?wait=60")) {
            assertThat(api.get("/v1/gradings/" + id).at("/status")).isEqualTo("GRADING");
        }
        leaveOneWhoseLeavingIsSeen();
        verdict.tryEmitValue(new Outcome.Busy());

        assertThat(settled().at("/status")).isEqualTo("GRADED");
    }

    /** Another client leaves after the first: when that was noticed, so was the first one's. */
    private void leaveOneWhoseLeavingIsSeen() throws Exception {
        CountDownLatch asks = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        model.will(
                assignment ->
                        Mono.<Outcome>never()
                                .doOnSubscribe(subscription -> asks.countDown())
                                .doOnCancel(gone::countDown));
        try (Leaver client = Leaver.grade(api.port(), Api.BODY)) {
            await(asks);
        }
        await(gone);
    }

    private String body() {
        return Api.BODY.replace("c-1", candidate);
    }

    private Api.Reply settled() {
        String id = api.get("/v1/gradings?candidateRef=" + candidate).at("/items/0/id");
        return CompletableFuture.supplyAsync(() -> api.get("/v1/gradings/" + id + "?wait=30"))
                .orTimeout(40, TimeUnit.SECONDS)
                .join();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
