package io.evenhand.batch.web;

import static io.evenhand.batch.web.BatchApi.ARRAY;
import static io.evenhand.batch.web.BatchApi.CSV;
import static io.evenhand.batch.web.BatchApi.NDJSON;
import static io.evenhand.batch.web.BatchApi.line;
import static io.evenhand.batch.web.BatchApi.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Usage;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violations;
import io.evenhand.question.QuestionDocument;
import io.evenhand.question.Questions;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** Many answers handed in as one, from the upload to the results. */
@TestPropertySource(properties = "evenhand.dispatch.interval=20ms")
class BatchTests extends ApiTestBase {

    @Autowired Questions questions;
    @Autowired StrictJson json;

    private BatchApi batches;

    @BeforeEach
    void openDesk() {
        batches = new BatchApi(api);
    }

    @Test
    void gradesALineOfNdjsonEach() {
        Api.Reply reply = batches.upload(NDJSON, line("a", "Noise.") + "\n\n" + line("b", "Gap."));
        String id = batches.accepted(reply);
        assertThat(reply.at("/status")).isEqualTo("RUNNING");
        assertThat(reply.json().at("/total").asInt()).isEqualTo(2);

        JsonNode done = batches.until(id, "COMPLETED");

        assertThat(done.at("/counts").toString()).isEqualTo("{\"GRADED\":2}");
        assertThat(done.at("/rejected")).isEmpty();
        assertThat(done.at("/completedAt").isNull()).isFalse();
        assertThat(done.at("/etaSeconds").isNull()).isTrue();
        assertThat(batches.results(id))
                .extracting(r -> r.at("/line").asInt() + " " + r.at("/customId").asString())
                .containsExactly("1 a", "3 b");
        assertThat(batches.results(id).getFirst().at("/score").decimalValue())
                .isEqualByComparingTo("4");
        assertThat(batches.results(id).getFirst().has("answer")).isFalse();
    }

    @Test
    void gradesTheElementsOfAnArray() {
        String broken = "{\"answer\": nothing}";
        String id =
                batches.accepted(
                        batches.upload(
                                ARRAY,
                                "["
                                        + line("a", "One, [two] \\\" {")
                                        + ","
                                        + broken
                                        + " ,\n"
                                        + line("c", "Three")
                                        + "]"));

        assertThat(batches.until(id, "COMPLETED").at("/total").asInt()).isEqualTo(2);
        assertThat(batches.results(id))
                .extracting(r -> r.at("/line").asInt() + " " + r.at("/error/code").asString(""))
                .containsExactly("1 ", "2 MALFORMED_LINE", "3 ");
    }

    @Test
    void gradesTheRecordsOfACsv() {
        String question = published();
        String body =
                "customId,questionId,answer,candidateRef,language\r\n"
                        + "a,"
                        + question
                        + ",\"Noise, and\nmore \"\"noise\"\"\",c-1,en\r\n"
                        + "b,"
                        + question
                        + ",,,\r\n"
                        + "c,"
                        + question
                        + "\r\n";
        String id = batches.accepted(batches.upload(CSV, body));

        batches.until(id, "COMPLETED");

        List<JsonNode> results = batches.results(id);
        assertThat(results)
                .extracting(r -> r.at("/line").asInt() + " " + r.at("/customId").asString(""))
                .containsExactly("2 a", "4 b", "5 ");
        assertThat(api.get("/v1/gradings/" + results.getFirst().at("/id").asString()).at("/answer"))
                .isEqualTo("Noise, and\nmore \"noise\"");
        assertThat(results.get(1).at("/flags/0/code").asString()).isEqualTo("BLANK_ANSWER");
        assertThat(results.get(2).at("/error/code").asString()).isEqualTo("MALFORMED_LINE");
    }

    @Test
    void linesThatNameNoQuestionAreAboutTheOneOfTheBatch() {
        String question = published();
        String body = "{\"answer\": \"Noise.\"}\n" + line("own", "Noise.");
        String id = batches.accepted(batches.uploadWith(NDJSON, "?questionId=" + question, body));

        batches.until(id, "COMPLETED");

        assertThat(batches.results(id))
                .extracting(r -> r.at("/question/id").asString(""))
                .containsExactly(question, "");
    }

    @Test
    void badLinesAreReportedInTheirPlacesAndStopNothing() {
        String body =
                String.join(
                        "\n",
                        line("good", "Noise."),
                        "not json",
                        "{\"customId\": \"none\", \"answer\": \"Noise.\", \"colour\": 1}",
                        line("long", "x".repeat(20_001)),
                        line("last", "Noise."));
        Api.Reply reply = batches.upload(NDJSON, body);
        String id = batches.accepted(reply);

        JsonNode done = batches.until(id, "COMPLETED");

        assertThat(done.at("/total").asInt()).isEqualTo(2);
        assertThat(done.at("/rejectedCount").asInt()).isEqualTo(3);
        assertThat(done.at("/rejected").valueStream())
                .extracting(
                        r ->
                                r.at("/line").asInt()
                                        + " "
                                        + r.at("/customId").asString("-")
                                        + " "
                                        + r.at("/code").asString())
                .containsExactly(
                        "2 - MALFORMED_LINE", "3 none VALIDATION_FAILED", "4 long ANSWER_TOO_LONG");
        assertThat(done.at("/rejected/1/errors").valueStream())
                .extracting(e -> e.at("/pointer").asString())
                .contains("/colour", "/question");
        assertThat(batches.results(id))
                .extracting(r -> r.has("error"))
                .containsExactly(false, true, true, true, false);
    }

    @Test
    void aBatchOfNothingButBadLinesIsCompleted() {
        String id = batches.accepted(batches.upload(NDJSON, "1\n2\n"));

        JsonNode done = batches.until(id, "COMPLETED");

        assertThat(done.at("/total").asInt()).isZero();
        assertThat(done.at("/counts")).isEmpty();
    }

    @Test
    void refusesWhatIsNoBatchAtAll() {
        assertThat(batches.upload(NDJSON, "\n \n").at("/code")).isEqualTo("MALFORMED_BODY");
        assertThat(batches.upload(ARRAY, "{\"answer\": 1}").at("/code"))
                .isEqualTo("MALFORMED_BODY");
        assertThat(batches.upload(ARRAY, "[{}").at("/code")).isEqualTo("MALFORMED_BODY");
        assertThat(batches.upload(CSV, "answer,note\n1,2\n").at("/errors/0/message"))
                .endsWith("; column 2 is none of these");
        assertThat(batches.upload(CSV, "customId;answer\n1;2\n").at("/errors/0/message"))
                .endsWith("separated by semicolons, not by commas");
        assertThat(batches.upload(CSV, "id,text\n1,2\n").at("/code"))
                .isEqualTo("VALIDATION_FAILED");
        assertThat(batches.upload("text/plain", "x").status()).isEqualTo(415);
        Api.Reply parameters =
                batches.uploadWith(NDJSON, "?pilot=0&maxCost=-1&questionVersion=2", lines(1));
        assertThat(parameters.status()).isEqualTo(400);
        assertThat(parameters.json().at("/errors").valueStream())
                .extracting(e -> e.at("/parameter").asString())
                .containsExactlyInAnyOrder("pilot", "maxCost", "questionVersion");
        assertThat(api.get("/v1/batches/nothing").status()).isEqualTo(404);
        assertThat(api.get("/v1/batches/01M80R5DVSSFCY0TH007EGWH98/results").status())
                .isEqualTo(404);
    }

    @Test
    void aKeyAndTheSameLinesGiveTheSameBatch() {
        String body = line("a", "Noise.") + "\n" + line("b", "Gap.");
        String id = batches.accepted(batches.upload(NDJSON, body, "Idempotency-Key", "twice"));

        Api.Reply again = batches.upload(NDJSON, body, "Idempotency-Key", "twice");

        assertThat(batches.accepted(again)).isEqualTo(id);
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        for (String other :
                List.of(body + "\n" + line("c", "More."), line("a", "Noise."), "x\n" + body)) {
            Api.Reply refused = batches.upload(NDJSON, other, "Idempotency-Key", "twice");
            assertThat(refused.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(
                        batches.uploadWith(NDJSON, "?pilot=1", body, "Idempotency-Key", "twice")
                                .status())
                .isEqualTo(422);
    }

    @Test
    void aPilotIsGradedFirstAndTheRestWaitsForAWord() {
        String id = batches.accepted(batches.uploadWith(NDJSON, "?pilot=2", lines(5)));

        JsonNode paused = batches.until(id, "PAUSED");
        assertThat(paused.at("/counts").toString()).isEqualTo("{\"QUEUED\":3,\"GRADED\":2}");
        assertThat(batches.results(id))
                .extracting(r -> r.at("/status").asString())
                .containsExactly("GRADED", "GRADED", "QUEUED", "QUEUED", "QUEUED");

        Api.Reply resumed = api.send(HttpMethod.POST, "/v1/batches/" + id + "/resume", "");
        assertThat(resumed.status()).isEqualTo(202);
        assertThat(resumed.at("/status")).isEqualTo("RUNNING");
        assertThat(batches.until(id, "COMPLETED").at("/counts/GRADED").asInt()).isEqualTo(5);
        assertThat(api.send(HttpMethod.POST, "/v1/batches/" + id + "/resume", "").at("/code"))
                .isEqualTo("CONFLICT");
    }

    @Test
    void cancellingEndsWhatIsOpenAndKeepsWhatIsGraded() {
        String id = batches.accepted(batches.uploadWith(NDJSON, "?pilot=2", lines(5)));
        batches.until(id, "PAUSED");

        assertThat(api.send(HttpMethod.DELETE, "/v1/batches/" + id, "").status()).isEqualTo(204);

        JsonNode done = batches.until(id, "CANCELLED");
        assertThat(done.at("/counts").toString()).isEqualTo("{\"GRADED\":2,\"CANCELLED\":3}");
        assertThat(done.at("/completedAt").isNull()).isFalse();
        assertThat(batches.results(id).getLast().at("/reason").asString()).isEqualTo("ON_REQUEST");
        assertThat(api.send(HttpMethod.DELETE, "/v1/batches/" + id, "").status()).isEqualTo(204);
    }

    @Test
    void whatIsBeingGradedIsCancelledToo() {
        model.will(assignment -> Mono.never());
        String id = batches.accepted(batches.upload(NDJSON, lines(3)));

        assertThat(api.send(HttpMethod.DELETE, "/v1/batches/" + id, "").status()).isEqualTo(204);

        assertThat(batches.until(id, "CANCELLED").at("/counts/CANCELLED").asInt()).isEqualTo(3);
    }

    /** What stands in line behind a slow model would be past its deadline when its turn comes. */
    @Test
    void noMoreIsTakenUpThanTheModelTakesInTwoTurns() {
        model.takes(3);
        Sinks.Empty<Outcome> slow = Sinks.empty();
        model.will(assignment -> slow.asMono().switchIfEmpty(allMet(assignment)));
        String id = batches.accepted(batches.upload(NDJSON, lines(20)));

        await().until(() -> grading(id) == 6);
        await().during(Duration.ofMillis(500)).until(() -> grading(id) == 6);

        slow.tryEmitEmpty();
        assertThat(batches.until(id, "COMPLETED").at("/counts/GRADED").asInt()).isEqualTo(20);
    }

    private int grading(String batch) {
        return api.get("/v1/batches/" + batch).json().at("/counts/GRADING").asInt();
    }

    private static Mono<Outcome> allMet(Assignment assignment) {
        return Mono.fromSupplier(() -> ScriptedGrader.allMet(assignment));
    }

    @Test
    void aCompletedBatchCannotBeCancelled() {
        String id = batches.accepted(batches.upload(NDJSON, lines(1)));
        batches.until(id, "COMPLETED");

        assertThat(api.send(HttpMethod.DELETE, "/v1/batches/" + id, "").at("/code"))
                .isEqualTo("CONFLICT");
    }

    @Test
    void pastItsCostTheRestIsProvisional() {
        model.will(assignment -> Mono.just(priced(ScriptedGrader.allMet(assignment))));
        String id = batches.accepted(batches.uploadWith(NDJSON, "?maxCost=0.05", lines(12)));

        JsonNode done = batches.until(id, "COMPLETED");

        assertThat(done.at("/counts").toString()).isEqualTo("{\"GRADED\":5,\"PROVISIONAL\":7}");
        assertThat(done.at("/cost/amount").asString()).isEqualTo("0.05");
        assertThat(done.at("/cost/currency").asString()).isEqualTo("USD");
        assertThat(batches.results(id))
                .filteredOn(r -> r.at("/status").asString().equals("PROVISIONAL"))
                .allMatch(r -> r.at("/grader/fallbackReason").asString().equals("BUDGET_SPENT"));
        assertThat(model.calls()).isEqualTo(5);
    }

    @Test
    void fiftyTimesTheSameAnswerIsOneCall() {
        model.will(assignment -> Mono.just(priced(ScriptedGrader.allMet(assignment))));
        String body =
                IntStream.range(0, 50)
                        .mapToObj(i -> line("same-" + i, "It fits the noise."))
                        .collect(Collectors.joining("\n"));
        String id = batches.accepted(batches.upload(NDJSON, body));

        JsonNode done = batches.until(id, "COMPLETED");

        assertThat(done.at("/counts").toString()).isEqualTo("{\"GRADED\":50}");
        assertThat(model.calls()).isEqualTo(1);
        assertThat(done.at("/cost/amount").asString()).isEqualTo("0.01");
        assertThat(batches.results(id))
                .filteredOn(r -> r.at("/grader/cached").asBoolean())
                .hasSize(49)
                .allMatch(r -> r.at("/usage/cost/amount").asString().equals("0"));
    }

    @Test
    void whatIsKnownIsGivenThoughTheMoneyIsSpent() {
        model.will(assignment -> Mono.just(priced(ScriptedGrader.allMet(assignment))));
        api.post(Api.body("It fits the noise."));
        String body = line("known", "It fits the noise.") + "\n" + line("new", "Another.");

        String id = batches.accepted(batches.uploadWith(NDJSON, "?maxCost=0", body));

        assertThat(batches.until(id, "COMPLETED").at("/counts").toString())
                .isEqualTo("{\"GRADED\":1,\"PROVISIONAL\":1}");
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void aBatchAndWhoeverWaitsShareACall() throws Exception {
        Sinks.Empty<Void> go = Sinks.empty();
        CountDownLatch asked = new CountDownLatch(1);
        model.will(
                assignment ->
                        go.asMono()
                                .then(Mono.just(ScriptedGrader.allMet(assignment)))
                                .doOnSubscribe(subscription -> asked.countDown()));
        String id = batches.accepted(batches.upload(NDJSON, line("a", "It fits the noise.")));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Api.Reply> single =
                CompletableFuture.supplyAsync(() -> api.post(Api.body("It fits the noise.")));
        go.tryEmitEmpty();

        assertThat(single.join().json().at("/grader/cached").asBoolean()).isTrue();
        batches.until(id, "COMPLETED");
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void nothingMaySpendMoneyWhereNoneIsGiven() {
        String id = batches.accepted(batches.uploadWith(NDJSON, "?maxCost=0", lines(2)));

        assertThat(batches.until(id, "COMPLETED").at("/counts/PROVISIONAL").asInt()).isEqualTo(2);
        assertThat(model.calls()).isZero();
    }

    @Test
    void resultsOfManyPagesAreInTheOrderOfTheLines() {
        String body =
                IntStream.rangeClosed(1, 450)
                        .mapToObj(i -> i % 3 == 0 ? "bad" : line("n-" + i, "Noise " + i))
                        .reduce("", (all, next) -> all + next + "\n");
        String id = batches.accepted(batches.uploadWith(NDJSON, "?pilot=1", body));

        assertThat(batches.results(id))
                .extracting(r -> r.at("/line").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 450).boxed().toList());
        assertThat(batches.results(id))
                .allMatch(r -> r.has("error") == (r.at("/line").asInt() % 3 == 0));
        assertThat(batches.get(id).at("/rejected")).hasSize(100);
        assertThat(batches.get(id).at("/rejectedCount").asInt()).isEqualTo(150);
        assertThat(batches.table(id).lines()).hasSize(451);
        api.send(HttpMethod.DELETE, "/v1/batches/" + id, "");
    }

    @Test
    void aTableRunsNothingInASpreadsheet() {
        String id =
                batches.accepted(
                        batches.upload(NDJSON, line("=1+1", "Noise.") + "\n" + line("ok", "x\\")));
        batches.until(id, "COMPLETED");

        List<String> table = batches.table(id).lines().toList();

        assertThat(table.getFirst())
                .isEqualTo(
                        "line,customId,id,status,score,maxScore,percentage,confidence,flags,"
                                + "reviewReasons,feedback,error");
        assertThat(table.get(1)).startsWith("1,'=1+1,").contains(",GRADED,4.00,4.00,100.0,");
        assertThat(table.get(2)).startsWith("2,ok,");
    }

    @Test
    void theListOfGradingsKnowsTheBatch() {
        String id = batches.accepted(batches.upload(NDJSON, lines(2)));
        batches.until(id, "COMPLETED");

        assertThat(api.get("/v1/gradings?batchId=" + id).json().at("/items")).hasSize(2);
    }

    private static Outcome priced(Outcome outcome) {
        Usage usage = new Usage(10, 10, Optional.of(new Cost(new BigDecimal("0.01"), "USD")));
        return outcome instanceof Outcome.Judged(var judgement, var effort)
                ? new Outcome.Judged(judgement, new Effort(1, 0, usage))
                : outcome;
    }

    private String published() {
        String id = "noise-" + System.nanoTime();
        Violations violations = new Violations();
        questions.publish(
                TenantId.LOCAL,
                id,
                json.read(
                                "{\"text\": \"Why?\", \"modelAnswer\": \"Noise.\"}"
                                        .getBytes(StandardCharsets.UTF_8),
                                QuestionDocument.class,
                                violations)
                        .read("", violations)
                        .orElseThrow());
        return id;
    }
}
