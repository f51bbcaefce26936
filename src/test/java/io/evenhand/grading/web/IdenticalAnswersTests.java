package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Cost;
import io.evenhand.grading.Effort;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Usage;
import io.evenhand.grading.precedent.Retractions;
import io.evenhand.platform.TenantId;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.Leaver;
import io.evenhand.support.ScriptedGrader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** The same answer more than once, as clients see it. */
class IdenticalAnswersTests extends ApiTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Usage PAID =
            new Usage(9, 8, Optional.of(new Cost(new BigDecimal("0.01"), "USD")));

    @Autowired Retractions retractions;
    @Autowired Gradings gradings;
    @Autowired TransactionTemplate transactions;

    @BeforeEach
    void askForMoney() {
        model.will(assignment -> Mono.just(paid(ScriptedGrader.allMet(assignment))));
    }

    @Test
    void theSecondOneCostsNothingAndSaysSo() {
        JsonNode first = api.post(Api.BODY).json();
        JsonNode second = api.post(Api.BODY.replace("c-1", "c-2")).json();

        assertThat(model.calls()).isEqualTo(1);
        assertThat(first.at("/grader/cached").asBoolean()).isFalse();
        assertThat(first.at("/usage/cost/amount").asString()).isEqualTo("0.01");
        assertThat(second.at("/grader/cached").asBoolean()).isTrue();
        assertThat(second.at("/grader/attempts").asInt()).isZero();
        assertThat(second.at("/grader/kind").asString()).isEqualTo("LLM");
        assertThat(second.at("/grader/model").asString()).isEqualTo("test-model");
        assertThat(second.at("/usage/inputTokens").asInt()).isZero();
        assertThat(second.at("/usage/outputTokens").asInt()).isZero();
        assertThat(second.at("/usage/cost/amount").asString()).isEqualTo("0");
        assertThat(second.at("/usage/cost/currency").asString()).isEqualTo("USD");
        assertThat(second.at("/candidateRef").asString()).isEqualTo("c-2");
        for (String same : List.of("/score", "/status", "/criteria", "/confidence", "/feedback")) {
            assertThat(second.at(same)).as(same).isEqualTo(first.at(same));
        }
    }

    @Test
    void evidenceIsFoundInEachAnswerAsItWasSent() {
        api.post(Api.body("It memorises the noise."));
        String hidden = "\u200B\u200C".repeat(8);
        String sent = "It" + hidden + " memo" + hidden + "rises the noise.";
        JsonNode second = api.post(Api.body(sent)).json();

        assertThat(model.calls()).isEqualTo(1);
        assertThat(second.at("/grader/cached").asBoolean()).isTrue();
        JsonNode evidence = second.at("/criteria/0/evidence/0");
        assertThat(evidence.at("/quote").asString())
                .isEqualTo(
                        sent.substring(evidence.at("/start").asInt(), evidence.at("/end").asInt()))
                .contains("\u200B");
        assertThat(second.at("/flags").toString()).contains("HIDDEN_CHARACTERS");
    }

    @Test
    void manyAtOnceAreOneCall() throws Exception {
        Sinks.Empty<Void> go = Sinks.empty();
        CountDownLatch asked = new CountDownLatch(1);
        model.will(
                assignment ->
                        go.asMono()
                                .then(Mono.just(paid(ScriptedGrader.allMet(assignment))))
                                .doOnSubscribe(subscription -> asked.countDown()));
        try (ExecutorService clients = Executors.newFixedThreadPool(20)) {
            List<CompletableFuture<JsonNode>> replies =
                    IntStream.range(0, 20)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> api.post(Api.BODY).json(), clients))
                            .toList();
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            go.tryEmitEmpty();

            List<JsonNode> graded = replies.stream().map(CompletableFuture::join).toList();
            assertThat(graded).allMatch(json -> json.at("/status").asString().equals("GRADED"));
            assertThat(graded)
                    .filteredOn(json -> !json.at("/grader/cached").asBoolean())
                    .singleElement()
                    .satisfies(
                            json -> assertThat(json.at("/grader/attempts").asInt()).isEqualTo(1));
        }
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void aClientThatLeavesTakesNobodysCallAway() throws Exception {
        Sinks.Empty<Void> go = Sinks.empty();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        model.will(
                assignment ->
                        go.asMono()
                                .then(Mono.just(ScriptedGrader.allMet(assignment)))
                                .doOnSubscribe(subscription -> asked.countDown())
                                .doOnCancel(cancelled::countDown));
        Api.Reply other;
        try (Leaver client = Leaver.grade(api.port(), Api.BODY.replace("c-1", "leaver"))) {
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            other = api.post(Api.BODY.replace("c-1", "stayer"), "Prefer", "respond-async");
        }
        Api.Reply left = settled(api.get("/v1/gradings?candidateRef=leaver").at("/items/0/id"));
        assertThat(left.at("/reason")).isEqualTo("CLIENT_GONE");
        assertThat(cancelled.getCount()).isEqualTo(1);
        go.tryEmitEmpty();

        Api.Reply stayed = settled(other.id());
        assertThat(stayed.at("/status")).isEqualTo("GRADED");
        assertThat(stayed.json().at("/grader/cached").asBoolean()).isFalse();
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void gradedAgainTheModelIsAskedAnewAndThatIsWhatLaterOnesAreGiven() {
        String id = api.post(Api.BODY).id();
        Api.Reply twin = api.post(Api.BODY);
        model.willGoOnWith(assignment -> Mono.just(paid(ScriptedGrader.noneMet(assignment))));

        JsonNode again = regraded(twin);

        assertThat(model.calls()).isEqualTo(2);
        assertThat(again.at("/grader/cached").asBoolean()).isFalse();
        assertThat(again.at("/score").decimalValue()).isEqualByComparingTo("0");
        assertThat(api.get("/v1/gradings/" + id).json().at("/score").decimalValue())
                .isEqualByComparingTo("4");
        JsonNode later = api.post(Api.BODY).json();
        assertThat(later.at("/grader/cached").asBoolean()).isTrue();
        assertThat(later.at("/score").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void whatAPersonOverrulesIsNotSaidAgain() {
        Api.Reply graded = api.post(Api.BODY);
        Api.Reply agreed = api.post(Api.BODY);
        review(agreed, "4");
        assertThat(api.post(Api.BODY).json().at("/grader/cached").asBoolean()).isTrue();

        assertThat(review(graded, "1").status()).isEqualTo(200);

        assertThat(api.post(Api.BODY).json().at("/grader/cached").asBoolean()).isFalse();
        assertThat(model.calls()).isEqualTo(2);
    }

    @Test
    void whatIsErasedIsNotSaidAgain() {
        String id = api.post(Api.BODY).id();
        int dropped =
                transactions.execute(
                        status ->
                                retractions.ofAnswer(
                                        TenantId.LOCAL,
                                        gradings.find(TenantId.LOCAL, new GradingId(id))
                                                .orElseThrow()
                                                .submission()));

        assertThat(dropped).isPositive();
        assertThat(api.post(Api.BODY).json().at("/grader/cached").asBoolean()).isFalse();
    }

    @Test
    void anotherQuestionLanguageOrRubricIsOtherWork() {
        api.post(Api.BODY);
        api.post(Api.BODY.replace("What is", "Why is there"));
        api.post(Api.BODY.replace("Says noise", "Names the noise"));
        api.post(Api.BODY.replace("\"points\": 4", "\"points\": 5"));
        api.post(Api.BODY.replace("It fits noise.", "It learns noise."));
        api.post(Api.body("It memorises the noise!"));

        assertThat(model.calls()).isEqualTo(6);
    }

    @Test
    void aFallbacksGradeIsNoPrecedent() {
        model.reset();
        assertThat(api.post(Api.BODY).at("/status")).isEqualTo("PROVISIONAL");

        model.willGoOnWith(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        JsonNode later = api.post(Api.BODY).json();

        assertThat(later.at("/grader/kind").asString()).isEqualTo("LLM");
        assertThat(later.at("/grader/cached").asBoolean()).isFalse();
    }

    @Test
    void whatWasSharedAndSavedIsCounted() {
        double hits = hits();
        api.post(Api.BODY);
        api.post(Api.BODY);
        api.post(Api.BODY);

        assertThat(hits() - hits).isEqualTo(2);
    }

    private double hits() {
        return api.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("evenhand_precedents_total"))
                .filter(line -> line.contains("outcome=\"hit\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private JsonNode regraded(Api.Reply graded) {
        String path = "/v1/gradings/" + graded.id();
        Api.Reply asked = api.send(HttpMethod.POST, path + "/regrade", "");
        assertThat(asked.status()).isEqualTo(202);
        return api.get(path + "?wait=20", "If-None-Match", asked.headers().getETag()).json();
    }

    private Api.Reply review(Api.Reply graded, String points) {
        String path = "/v1/gradings/" + graded.id();
        return api.send(
                HttpMethod.POST,
                path + "/review",
                "{\"criteria\": [{\"id\": \"noise\", \"points\": " + points + "}]}",
                "If-Match",
                graded.headers().getETag());
    }

    private Api.Reply settled(String id) {
        return CompletableFuture.supplyAsync(() -> api.get("/v1/gradings/" + id + "?wait=20"))
                .orTimeout(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)
                .join();
    }

    private static Outcome paid(Outcome outcome) {
        return new Outcome.Judged(((Outcome.Judged) outcome).judgement(), new Effort(1, 0, PAID));
    }
}
