package io.evenhand.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.DatabaseScan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** Whoever has the database and not the key reads nothing that a candidate wrote. */
@TestPropertySource(properties = "evenhand.delivery.allowed-hosts=localhost")
class SealedDatabaseTests extends ApiTestBase {

    private static final String QUESTION =
            """
            {"id": "to-be-sealed", "status": "PUBLISHED", "text": "What is overfitting?",
             "modelAnswers": ["It fits noise."],
             "rubric": {"criteria": [{"id": "noise", "description": "Says noise", "points": 4}]}}""";
    private static final String OF_BANK =
            """
            {"questionId": "to-be-sealed", "answer": "%s", "candidateRef": "axolotl-1",
             "redact": ["Numbat Maier"], "metadata": {"pangolin": true}}""";
    private static final String INLINE =
            """
            {"question": {"text": "Wombat, what is overfitting?", "modelAnswer": "Fits noise."},
             "answer": "Fossa of noise.", "candidateRef": "axolotl-1"}""";

    /** What the service finds, and where at least. */
    private static final List<Word> WORDS =
            List.of(
                    new Word("fossa", "grading.answer", "grading.result", "precedent.judged"),
                    new Word("saiga", "grading.result", "precedent.judged", "regrade_item.grade"),
                    new Word("kakapo", "grading.result"),
                    new Word("numbat", "grading.submission"),
                    new Word("pangolin", "grading.submission"),
                    new Word("wombat", "grading.submission", "review_question.label"),
                    new Word("quokka", "batch_line.custom_id"),
                    new Word("tamarin", "batch_rejection.errors"));

    @Autowired JdbcClient jdbc;
    @Autowired Vault vault;
    @Autowired List<SealedTable> sealed;
    @Autowired KeyRegister register;
    @Autowired Storage storage;

    @BeforeEach
    void aModelThatQuotes() {
        model.will(assignment -> Mono.just(said(assignment)));
        api.send(HttpMethod.POST, "/v1/questions", QUESTION);
    }

    private static Outcome said(Assignment assignment) {
        List<CriterionJudgement> criteria =
                assignment.rubric().criteria().stream()
                        .map(
                                criterion ->
                                        new CriterionJudgement(
                                                criterion.id(),
                                                new Claim.Met(),
                                                "A saiga of reasons.",
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
                        new Feedback("Saiga.", List.of("saiga"), List.of("saiga")),
                        List.of("Why saiga?"),
                        Optional.empty());
        return new Outcome.Judged(judgement, new Effort(1, 0, Effort.NONE.usage()));
    }

    @Test
    void holdsNoWordOfAnybodyInClearAndNoHashThatTellsOne() {
        Stored stored = everythingThereIs();

        for (Word word : WORDS) {
            assertThat(opened(word.text())).as(word.text()).containsAll(word.places());
            assertThat(raw(word.text())).as(word.text()).isEmpty();
        }
        assertThat(opened(stored.secret())).containsExactly("webhook_endpoint.secret");
        assertThat(raw(stored.secret())).isEmpty();
        assertThat(opened(stored.hashOfLine())).containsExactly("batch_line.hash");
        assertThat(raw(stored.hashOfLine())).isEmpty();
        for (String column : List.of("grading.salt", "idempotency_key.body_hash")) {
            assertThat(values(column)).isNotEmpty().allMatch(vault::isCurrent);
        }
        assertThat(raw("axolotl-1")).containsExactly("grading.candidate_ref");
        everybodyReadsOn(stored);
    }

    @Test
    void nothingStaysUnderAKeyThatIsNoLongerInUse() {
        Stored stored = everythingThereIs();
        VaultKeys before = TestVaults.keys(TestVaults.KEY);
        String old = "$1$" + before.current().id();
        Set<String> places = raw(old);
        assertThat(places)
                .contains("grading.answer", "precedent.judged", "webhook_endpoint.secret");

        reseal(TestVaults.keys(TestVaults.OTHER_KEY, TestVaults.KEY));

        assertThat(raw(old)).isEmpty();
        Vault after = TestVaults.vault(TestVaults.OTHER_KEY);
        for (Word word : WORDS) {
            assertThat(DatabaseScan.opened(jdbc, after, sealed).placesOf(word.text()))
                    .as(word.text())
                    .containsAll(word.places());
        }
        reseal(TestVaults.keys(TestVaults.KEY, TestVaults.OTHER_KEY));
        assertThat(raw(old)).isEqualTo(places);
        everybodyReadsOn(stored);
    }

    private void reseal(VaultKeys keys) {
        register.admit(keys);
        SealedRows rows = new SealedRows(jdbc, new Vault(keys));
        Resealed done =
                new Resealing(rows, sealed, register, keys, storage)
                        .round()
                        .blockOptional(Duration.ofSeconds(30))
                        .orElseThrow();
        assertThat(done.rows()).isPositive();
        assertThat(done.broken()).isZero();
        assertThat(register.others(keys.current())).isEmpty();
    }

    private Stored everythingThereIs() {
        String secret = endpoint();
        String body = of("A fossa of noise.");
        String key = "key-" + UUID.randomUUID();
        String graded = api.post(body, "Idempotency-Key", key).id();
        review(api.post(of("The fossa fits noise.")).id());
        api.post(INLINE);
        String line = of("A fossa of a batch.").replaceFirst("\\{", "{\"customId\": \"quokka-1\",");
        batch(line, "{\"customId\": \"quokka-2\", \"tamarin\": 1, \"answer\": \"x\"}");
        preview();
        return new Stored(graded, body, key, secret, Sha256.of(line).value());
    }

    private void everybodyReadsOn(Stored stored) {
        assertThat(api.get("/v1/gradings/" + stored.graded()).text()).contains("fossa", "saiga");
        assertThat(api.post(stored.body(), "Idempotency-Key", stored.key()).id())
                .isEqualTo(stored.graded());
        assertThat(api.post(of("Another fossa."), "Idempotency-Key", stored.key()).at("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(api.get("/v1/audit/verification").at("/whole")).isEqualTo("true");
    }

    private String endpoint() {
        Api.Reply made =
                api.send(
                        HttpMethod.POST,
                        "/v1/webhooks",
                        """
                        {"url": "https://localhost/hook", "events": ["grading.completed"],
                         "includeAnswer": true}""");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.at("/secret").substring("whsec_".length());
    }

    private void review(String id) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + id + "/review",
                        """
                        {"criteria": [{"id": "noise", "points": 1}], "selection": "RANDOM",
                         "feedback": {"summary": "Kakapo."}, "reason": "A kakapo."}""",
                        "If-Match",
                        "*");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void batch(String... lines) {
        String id =
                api.send(HttpMethod.POST, "/v1/batches", "[" + String.join(",", lines) + "]").id();
        assertThat(id).isNotEmpty();
        assertThat(api.get("/v1/batches/" + id + "/results").text())
                .contains("quokka-1", "quokka-2", "tamarin");
    }

    private void preview() {
        Api.Reply started =
                api.send(
                        HttpMethod.POST,
                        "/v1/questions/to-be-sealed/regrade-preview",
                        """
                        {"rubric": {"criteria": [
                          {"id": "noise", "description": "Says noise", "points": 8}]}}""");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        await().until(
                        () ->
                                api.get("/v1/regrade-previews/" + started.id())
                                        .at("/status")
                                        .equals("COMPLETED"));
    }

    private static String of(String answer) {
        return OF_BANK.formatted(answer);
    }

    private Set<String> opened(String words) {
        return DatabaseScan.opened(jdbc, vault, sealed).placesOf(words);
    }

    private Set<String> raw(String words) {
        return DatabaseScan.raw(jdbc).placesOf(words);
    }

    private List<String> values(String column) {
        String[] names = column.split("\\.");
        return jdbc.sql("select %s from %s".formatted(names[1], names[0]))
                .query(String.class)
                .list();
    }

    private record Stored(
            String graded, String body, String key, String secret, String hashOfLine) {}

    private record Word(String text, List<String> places) {

        Word(String text, String... places) {
            this(text, List.of(places));
        }
    }
}
