package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Erasures;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.store.AuditChain;
import io.evenhand.grading.store.StoredHistory;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.SealedTable;
import io.evenhand.platform.vault.Vault;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.DatabaseScan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** What is left of a candidate when all that they wrote is erased. */
class ErasureTests extends ApiTestBase {

    /** All that is the candidate's, or was said of them, has one of these in it. */
    private static final List<String> WORDS =
            List.of("zebrafinch", "musterfrau", "quaggawords", "okapireason", "lynxrow");

    private static final String REF = "musterfrau-77";
    private static final String QUESTION =
            """
            {"id": "to-be-erased", "status": "PUBLISHED", "text": "What is overfitting?",
             "modelAnswers": ["It fits noise."],
             "rubric": {"criteria": [{"id": "noise", "description": "Says noise", "points": 4}]}}""";
    private static final String OF_BANK =
            """
            {"questionId": "to-be-erased", "answer": "%s", "candidateRef": "musterfrau-77",
             "redact": ["Erika Musterfrau"], "metadata": {"name": "Erika Musterfrau"}}""";
    private static final String INLINE =
            """
            {"question": {"text": "Erika Musterfrau, what is overfitting?",
               "modelAnswer": "Zebrafinch fits noise."},
             "answer": "Zebrafinch of noise.", "candidateRef": "musterfrau-77"}""";

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired Erasures erasures;
    @Autowired StorageJson json;
    @Autowired Vault vault;
    @Autowired List<SealedTable> sealed;

    @BeforeEach
    void aModelThatSaysALot() {
        model.will(assignment -> Mono.just(eloquent(assignment)));
        api.send(HttpMethod.POST, "/v1/questions", QUESTION);
    }

    /** Quotes the answer and repeats it wherever it can. */
    private static Outcome eloquent(Assignment assignment) {
        List<CriterionJudgement> criteria =
                assignment.rubric().criteria().stream()
                        .map(
                                criterion ->
                                        new CriterionJudgement(
                                                criterion.id(),
                                                new Claim.Met(),
                                                "Says zebrafinch.",
                                                List.of(assignment.answer()),
                                                0.9,
                                                OptionalDouble.empty()))
                        .toList();
        Judgement judgement =
                new Judgement(
                        Optional.of("test-model"),
                        Optional.of("grade/2"),
                        Optional.empty(),
                        criteria,
                        new Feedback("Quaggawords.", List.of("zebrafinch"), List.of("quaggawords")),
                        List.of("Why quaggawords?"),
                        Optional.empty());
        return new Outcome.Judged(judgement, new Effort(1, 0, Effort.NONE.usage()));
    }

    @Test
    void noTableHoldsAWordOfTheCandidateAndTheGradingsStay() {
        String graded = api.post(of("Zebrafinch noise."), "Idempotency-Key", "erased-1").id();
        String reviewed = api.post(of("The zebrafinch fits noise.")).id();
        review(reviewed);
        String inline = api.post(INLINE).id();
        String batch = batch();
        String preview = preview();
        assertThat(WORDS).allSatisfy(word -> assertThat(scan(word)).isNotEmpty());
        assertThat(rows("idempotency_key", graded)).isOne();

        assertThat(erase(REF).status()).isEqualTo(204);

        assertThat(WORDS).allSatisfy(word -> assertThat(scan(word)).isEmpty());
        assertThat(rows("idempotency_key", graded)).isZero();
        assertThat(rows("lesson", reviewed)).isZero();
        for (String id : List.of(graded, reviewed, inline)) {
            isErased(api.get("/v1/gradings/" + id));
            isWhole(id);
        }
        JsonNode review = api.get("/v1/gradings/" + reviewed).json();
        assertThat(review.at("/status").asString()).isEqualTo("REVIEWED");
        assertThat(review.at("/score").decimalValue()).isEqualByComparingTo("1");
        assertThat(review.at("/machine/score").decimalValue()).isEqualByComparingTo("4");
        Api.Reply results = api.get("/v1/batches/" + batch + "/results");
        assertThat(results.text()).contains("\"erased\":true").doesNotContain("lynxrow");
        assertThat(api.get("/v1/regrade-previews/" + preview).at("/items/0/status"))
                .isEqualTo("CHANGED");
        assertThat(api.get("/v1/gradings?candidateRef=" + REF).json().at("/items")).isEmpty();
        assertThat(api.get("/gradings/" + graded, "Accept", "text/html").text()).contains("Erased");
    }

    private void isErased(Api.Reply grading) {
        assertThat(grading.status()).isEqualTo(200);
        JsonNode view = grading.json();
        assertThat(view.at("/erased").asBoolean()).isTrue();
        assertThat(view.at("/score").isNumber()).isTrue();
        assertThat(view.has("answer")).isFalse();
        assertThat(view.at("/feedback").isNull()).isTrue();
        assertThat(view.at("/candidateRef").isNull()).isTrue();
        assertThat(view.at("/metadata").isNull()).isTrue();
        assertThat(view.at("/criteria/0/evidence")).isEmpty();
        JsonNode history = api.get("/v1/gradings/" + grading.id() + "/history").json();
        assertThat(history.at("/items").valueStream().toList().getLast().at("/event").asString())
                .isEqualTo("ERASED");
    }

    private void isWhole(String id) {
        GradingId grading = new GradingId(id);
        assertThat(
                        AuditChain.broken(
                                TenantId.LOCAL,
                                grading,
                                new StoredHistory(jdbc, json).of(TenantId.LOCAL, grading)))
                .isEmpty();
    }

    private void review(String id) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + id + "/review",
                        """
                        {"criteria": [{"id": "noise", "points": 1}],
                         "feedback": {"summary": "Quaggawords."}, "reason": "okapireason"}""",
                        "If-Match",
                        "*");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private String batch() {
        String line =
                of("Zebrafinch noise of a batch.")
                        .replaceFirst("\\{", "{\"customId\": \"lynxrow-1\",");
        String id = api.send(HttpMethod.POST, "/v1/batches", "[" + line + "]").id();
        assertThat(id).isNotEmpty();
        return id;
    }

    private String preview() {
        Api.Reply started =
                api.send(
                        HttpMethod.POST,
                        "/v1/questions/to-be-erased/regrade-preview",
                        """
                        {"rubric": {"criteria": [
                          {"id": "noise", "description": "Says noise", "points": 8}]}}""");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        await().until(
                        () ->
                                api.get("/v1/regrade-previews/" + started.id())
                                        .at("/status")
                                        .equals("COMPLETED"));
        return started.id();
    }

    @Test
    void whatIsBeingGradedIsCancelledAndItsWorkEnded() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        model.will(
                assignment ->
                        Mono.<Outcome>never()
                                .doOnSubscribe(subscription -> asked.countDown())
                                .doOnCancel(ended::countDown));
        String id = api.post(of("Zebrafinch never."), "Prefer", "respond-async").id();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(erase(REF).status()).isEqualTo(204);

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        Api.Reply cancelled = api.get("/v1/gradings/" + id);
        assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/reason")).isEqualTo("ERASED");
        assertThat(scan("zebrafinch")).isEmpty();
    }

    @Test
    void whatAModelSaysAfterAnotherInstanceErasedIsNotKept() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Sinks.Empty<Outcome> word = Sinks.empty();
        model.will(
                assignment ->
                        word.asMono()
                                .doOnSubscribe(subscription -> asked.countDown())
                                .switchIfEmpty(Mono.fromSupplier(() -> eloquent(assignment))));
        String id = api.post(of("Zebrafinch late."), "Prefer", "respond-async").id();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        transactions.executeWithoutResult(
                status -> erasures.ofCandidate(TenantId.LOCAL, REF, 10, "another"));
        word.tryEmitEmpty();

        await().untilAsserted(
                        () ->
                                assertThat(api.get("/actuator/prometheus").text())
                                        .contains("evenhand_gradings_in_flight 0.0"));
        assertThat(scan("zebrafinch")).isEmpty();
        assertThat(api.get("/v1/gradings/" + id).at("/status")).isEqualTo("CANCELLED");
    }

    @Test
    void nothingGradesReviewsOrCancelsWhatIsErased() {
        String id = api.post(of("Zebrafinch final.")).id();
        erase(REF);
        int calls = model.calls();

        assertThat(api.send(HttpMethod.POST, "/v1/gradings/" + id + "/regrade", "").status())
                .isEqualTo(409);
        assertThat(
                        api.send(
                                        HttpMethod.POST,
                                        "/v1/gradings/" + id + "/review",
                                        "{\"criteria\": [{\"id\": \"noise\", \"points\": 1}]}",
                                        "If-Match",
                                        "*")
                                .status())
                .isEqualTo(409);
        assertThat(api.send(HttpMethod.DELETE, "/v1/gradings/" + id, "").status()).isEqualTo(409);
        assertThat(model.calls()).isEqualTo(calls);
    }

    @Test
    void toAskAgainOrOfNobodyDoesNoHarm() {
        String id = api.post(of("Zebrafinch twice.")).id();
        erase(REF);
        String etag = api.get("/v1/gradings/" + id).headers().getETag();

        assertThat(erase(REF).status()).isEqualTo(204);
        assertThat(erase("nobody-" + REF).status()).isEqualTo(204);

        assertThat(api.get("/v1/gradings/" + id).headers().getETag()).isEqualTo(etag);
    }

    @Test
    void aReferenceWithASlashIsErasedByTheQuery() {
        String id = api.post(of("Zebrafinch.").replace(REF, "musterfrau/77 &")).id();

        assertThat(
                        api.send(
                                        HttpMethod.DELETE,
                                        "/v1/candidates?candidateRef=musterfrau%2F77%20%26",
                                        "")
                                .status())
                .isEqualTo(204);
        assertThat(api.send(HttpMethod.DELETE, "/v1/candidates", "").status()).isEqualTo(400);

        assertThat(api.get("/v1/gradings/" + id).json().at("/erased").asBoolean()).isTrue();
    }

    @Test
    void erasesMoreThanOneTransactionsWorth() {
        for (int i = 0; i < 205; i++) {
            api.post(of("Zebrafinch " + i), "Prefer", "respond-async");
        }

        assertThat(erase(REF).status()).isEqualTo(204);

        assertThat(api.get("/v1/gradings?candidateRef=" + REF).json().at("/items")).isEmpty();
        assertThat(scan(REF)).isEmpty();
    }

    private static String of(String answer) {
        return OF_BANK.formatted(answer);
    }

    private Api.Reply erase(String ref) {
        return api.send(HttpMethod.DELETE, "/v1/candidates/" + ref, "");
    }

    private Set<String> scan(String word) {
        return DatabaseScan.opened(jdbc, vault, sealed).placesOf(word);
    }

    private int rows(String table, String grading) {
        return jdbc.sql("select count(*) from " + table + " where grading_id = :id")
                .param("id", grading)
                .query(Integer.class)
                .single();
    }
}
