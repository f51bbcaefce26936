package io.evenhand.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Usage;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What a changed rubric would do to stored grades, and what apply makes of that. */
class RegradePreviewTests extends ApiTestBase {

    private static final String QUESTION =
            """
            {"id": "%s", "status": "PUBLISHED", "text": "What is overfitting?", "passMark": 60,
             "modelAnswers": ["It fits noise."], "rubric": {"criteria": [%s]}}""";
    private static final String NOISE =
            "{\"id\": \"noise\", \"description\": \"Says noise\", \"points\": 4}";
    private static final String GAP =
            "{\"id\": \"gap\", \"description\": \"Says that the gap grows\", \"points\": 6}";
    private static final String SECRET = "zebra crossing";

    private String question;

    /** A model that meets every criterion whose id stands in the answer. */
    @BeforeEach
    void aQuestionWithThreeAnswers() {
        model.will(RegradePreviewTests::byWords);
        question = "q-" + UUID.randomUUID();
        send(HttpMethod.POST, "/v1/questions", QUESTION.formatted(question, NOISE), 201);
    }

    private static Mono<Outcome> byWords(Assignment assignment) {
        List<CriterionJudgement> criteria =
                assignment.rubric().criteria().stream()
                        .map(
                                criterion ->
                                        new CriterionJudgement(
                                                criterion.id(),
                                                assignment.answer().contains(criterion.id())
                                                        ? new Claim.Met()
                                                        : new Claim.NotMet(),
                                                "Because.",
                                                assignment.answer().contains(criterion.id())
                                                        ? List.of(criterion.id())
                                                        : List.of(),
                                                0.9,
                                                OptionalDouble.empty()))
                        .toList();
        Judgement judgement =
                new Judgement(
                        Optional.of("test-model"),
                        Optional.of("grade/2"),
                        Optional.empty(),
                        criteria,
                        new Feedback("Well.", List.of(), List.of()),
                        List.of(),
                        Optional.empty());
        Effort effort = new Effort(1, 0, new Usage(100, 10, Optional.empty()));
        return Mono.just(new Outcome.Judged(judgement, effort));
    }

    @Test
    void showsWhoMovesAcrossThePassMarkAndTouchesNothing() {
        String falls = grade("the noise " + SECRET);
        String stays = grade("noise and gap " + SECRET);
        String rises = grade("the gap " + SECRET);
        List<String> before = List.of(etag(falls), etag(stays), etag(rises));

        Api.Reply preview = preview("{\"rubric\": {\"criteria\": [" + NOISE + "," + GAP + "]}}");

        assertThat(preview.at("/status")).isEqualTo("COMPLETED");
        assertThat(preview.json().at("/version").isNull()).isTrue();
        assertThat(preview.at("/summary/compared")).isEqualTo("3");
        assertThat(preview.at("/summary/moved")).isEqualTo("2");
        assertThat(preview.at("/summary/up")).isEqualTo("1");
        assertThat(preview.at("/summary/down")).isEqualTo("1");
        assertThat(preview.at("/summary/passUp")).isEqualTo("1");
        assertThat(preview.at("/summary/passDown")).isEqualTo("1");
        assertThat(preview.json().at("/summary/meanChange").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(preview.at("/usage/inputTokens")).isEqualTo("300");
        assertThat(preview.json().at("/items"))
                .anySatisfy(
                        item -> {
                            assertThat(item.at("/gradingId").asString()).isEqualTo(falls);
                            assertThat(item.at("/change").decimalValue())
                                    .isEqualByComparingTo("-60");
                            assertThat(item.at("/crosses").asString()).isEqualTo("DOWN");
                            assertThat(item.at("/before/score").decimalValue())
                                    .isEqualByComparingTo("4");
                            assertThat(item.at("/after/maxScore").decimalValue())
                                    .isEqualByComparingTo("10");
                        });
        assertThat(preview.text()).doesNotContain(SECRET);
        assertThat(List.of(etag(falls), etag(stays), etag(rises))).isEqualTo(before);
    }

    @Test
    void saysWhatItWouldTakeBeforeItBegins() {
        assertThat(estimate("{\"sample\": \"all\"}").json().at("/expected").isNull()).isTrue();
        grade("noise");
        grade("gap");
        grade("noise gap");
        int calls = model.calls();

        Api.Reply estimate = estimate("{\"sample\": 2}");

        assertThat(estimate.at("/answers")).isEqualTo("2");
        assertThat(estimate.at("/of")).isEqualTo("3");
        assertThat(estimate.at("/basedOn")).isEqualTo("3");
        assertThat(estimate.at("/expected/inputTokens")).isEqualTo("200");
        assertThat(estimate.json().at("/expected/cost").isNull()).isTrue();
        assertThat(model.calls()).isEqualTo(calls);
    }

    @Test
    void aSeedPicksTheSameAnswersAgain() {
        for (int i = 0; i < 8; i++) {
            grade("noise " + i);
        }

        List<String> first = ids(preview("{\"sample\": 3, \"seed\": 7}"));
        assertThat(ids(preview("{\"sample\": 3, \"seed\": 7}"))).isEqualTo(first).hasSize(3);
        assertThat(
                        IntStream.range(0, 5)
                                .mapToObj(
                                        seed ->
                                                ids(
                                                        preview(
                                                                "{\"sample\": 3, \"seed\": "
                                                                        + seed
                                                                        + "}")))
                                .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void applyingMakesRevisionsOnceWithActorAndCause() {
        String falls = grade("the noise");
        String rises = grade("the gap");
        publish(NOISE + "," + GAP);
        String id = preview("{\"version\": 2}").id();

        Api.Reply applied = apply(id, 200);
        Api.Reply again = apply(id, 200);

        assertThat(applied.at("/appliedBy")).isEqualTo("local");
        assertThat(again.text()).isEqualTo(applied.text());
        assertThat(applied.json().at("/items")).allMatch(i -> is(i, "/status", "APPLIED"));
        Api.Reply grading = api.get("/v1/gradings/" + falls);
        assertThat(grading.json().at("/percentage").decimalValue()).isEqualByComparingTo("40");
        assertThat(grading.at("/revision")).isEqualTo("2");
        assertThat(grading.at("/question/version")).isEqualTo("2");
        assertThat(grading.at("/criteria/0/evidence/0/quote")).isEqualTo("noise");
        assertThat(grading.at("/criteria/0/evidence/0/start")).isEqualTo("4");
        assertThat(api.get("/v1/gradings/" + rises).json().at("/percentage").decimalValue())
                .isEqualByComparingTo("60");
        var history = api.get("/v1/gradings/" + falls + "/history").json().at("/items");
        assertThat(history.get(history.size() - 2).at("/event").asString())
                .isEqualTo("REGRADE_ASKED");
        assertThat(history.get(history.size() - 2).at("/actor").asString()).isEqualTo("local");
        assertThat(history.get(history.size() - 1).at("/event").asString()).isEqualTo("GRADED");
        assertThat(history.get(history.size() - 1).at("/actor").asString())
                .isEqualTo("regrade-preview:" + id);
    }

    @Test
    void whatAPersonDecidedIsComparedAndNeverTouched() {
        String reviewed = grade("the noise");
        String later = grade("more noise");
        review(reviewed);
        publish(NOISE + "," + GAP);
        Api.Reply preview = preview("{\"version\": 2}");
        assertThat(preview.at("/summary/reviewed")).isEqualTo("1");
        assertThat(preview.at("/summary/compared")).isEqualTo("1");
        review(later);
        List<String> before = List.of(etag(reviewed), etag(later));

        Api.Reply applied = apply(preview.id(), 200);

        assertThat(List.of(etag(reviewed), etag(later))).isEqualTo(before);
        assertThat(item(applied, reviewed).at("/status").asString()).isEqualTo("COMPARED");
        assertThat(item(applied, later).at("/status").asString()).isEqualTo("REVIEWED");
    }

    @Test
    void whatHasChangedSinceIsLeftAsItIs() {
        String grading = grade("the noise");
        publish(NOISE + "," + GAP);
        String preview = preview("{\"version\": 2}").id();
        send(HttpMethod.POST, "/v1/gradings/" + grading + "/regrade", "", 202);
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> api.get("/v1/gradings/" + grading).at("/revision").equals("2"));
        String before = etag(grading);

        Api.Reply applied = apply(preview, 200);

        assertThat(item(applied, grading).at("/status").asString()).isEqualTo("CHANGED");
        assertThat(etag(grading)).isEqualTo(before);
    }

    @Test
    void onlyWhatIsInForceIsApplied() {
        String grading = grade("the noise");
        String before = etag(grading);
        String rubric = NOISE + "," + GAP;
        String inline = preview("{\"rubric\": {\"criteria\": [" + rubric + "]}}").id();
        assertThat(apply(inline, 409).at("/code")).isEqualTo("CONFLICT");
        assertThat(etag(grading)).isEqualTo(before);

        publish(rubric);

        assertThat(item(apply(inline, 200), grading).at("/status").asString()).isEqualTo("APPLIED");
        assertThat(api.get("/v1/gradings/" + grading).at("/question/version")).isEqualTo("2");
    }

    @Test
    void aFallbackIsNotHeldBesideAModel() {
        grade("the noise");
        model.will(
                ignored -> Mono.just(ScriptedGrader.unavailable(FallbackReason.MODELS_EXHAUSTED)));

        Api.Reply preview = preview("{}");

        assertThat(preview.at("/summary/failed")).isEqualTo("1");
        assertThat(preview.at("/items/0/error")).isEqualTo("MODEL_UNAVAILABLE");
        assertThat(preview.json().at("/items/0/after").isNull()).isTrue();
        assertThat(preview.json().at("/summary/meanChange").isNull()).isTrue();
    }

    @Test
    void oneThatBreaksDoesNotStopTheOthers() {
        grade("the noise");
        String breaks = grade("this one breaks");
        fallback.will(ignored -> Mono.just(new Outcome.Busy()));
        model.will(
                assignment ->
                        assignment.answer().contains("breaks")
                                ? Mono.just(new Outcome.Busy())
                                : byWords(assignment));

        Api.Reply preview = preview("{}");

        assertThat(preview.at("/summary/compared")).isEqualTo("1");
        assertThat(item(preview, breaks).at("/error").asString()).isEqualTo("OVERLOADED");
    }

    @Test
    void aPreviewThatIsForgottenStopsAsking() throws InterruptedException {
        for (int i = 0; i < 12; i++) {
            grade("noise " + i);
        }
        CountDownLatch asked = new CountDownLatch(4);
        CountDownLatch left = new CountDownLatch(4);
        model.will(
                ignored -> {
                    asked.countDown();
                    return Mono.<Outcome>never().doOnCancel(left::countDown);
                });
        String id = begin("{\"sample\": \"all\"}").id();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        int calls = model.calls();
        assertThat(apply(id, 409).at("/code")).isEqualTo("CONFLICT");

        send(HttpMethod.DELETE, "/v1/regrade-previews/" + id, "", 204);

        assertThat(api.get("/v1/regrade-previews/" + id).status()).isEqualTo(404);
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(model.calls()).isEqualTo(calls);
        send(HttpMethod.DELETE, "/v1/regrade-previews/" + id, "", 404);
    }

    @Test
    void saysAllThatIsWrongWithARequest() {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        path(),
                        "{\"version\": 1, \"rubric\": {\"criteria\": []}, \"sample\": \"most\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .contains("/rubric", "/rubric/criteria", "/sample");
        assertThat(api.send(HttpMethod.POST, path() + "?estimate=perhaps", "{}").status())
                .isEqualTo(400);
        assertThat(api.send(HttpMethod.POST, path(), "{\"version\": 9}").status()).isEqualTo(404);
        assertThat(api.send(HttpMethod.POST, path(), "{\"sample\": 1.5}").status()).isEqualTo(422);
    }

    private String path() {
        return "/v1/questions/" + question + "/regrade-preview";
    }

    private Api.Reply begin(String body) {
        return send(HttpMethod.POST, path(), body, 202);
    }

    private Api.Reply preview(String body) {
        String location = "/v1/regrade-previews/" + begin(body).id();
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> api.get(location).at("/status").equals("COMPLETED"));
        return api.get(location);
    }

    private Api.Reply estimate(String body) {
        return send(HttpMethod.POST, path() + "?estimate=true", body, 200);
    }

    private Api.Reply apply(String id, int status) {
        return send(HttpMethod.POST, "/v1/regrade-previews/" + id + "/apply", "", status);
    }

    private String grade(String answer) {
        String body = "{\"questionId\": \"%s\", \"answer\": \"%s\"}".formatted(question, answer);
        return send(HttpMethod.POST, "/v1/gradings", body, 200).id();
    }

    private void publish(String rubric) {
        Api.Reply reply =
                api.send(
                        HttpMethod.PUT,
                        "/v1/questions/" + question,
                        QUESTION.formatted(question, rubric),
                        "If-Match",
                        "\"1\"");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void review(String grading) {
        Api.Reply reply =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + grading + "/review",
                        "{\"criteria\": [{\"id\": \"noise\", \"points\": 3}], \"reason\": \"so\"}",
                        "If-Match",
                        etag(grading));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private String etag(String grading) {
        return String.valueOf(api.get("/v1/gradings/" + grading).headers().getETag());
    }

    private Api.Reply send(HttpMethod method, String path, String body, int status) {
        Api.Reply reply = api.send(method, path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply;
    }

    private static JsonNode item(Api.Reply preview, String grading) {
        return preview.json()
                .at("/items")
                .valueStream()
                .filter(item -> is(item, "/gradingId", grading))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(JsonNode node, String at, String value) {
        return node.at(at).asString("").equals(value);
    }

    private static List<String> ids(Api.Reply preview) {
        List<String> ids = new ArrayList<>();
        preview.json().at("/items").forEach(item -> ids.add(item.at("/gradingId").asString()));
        return ids.stream().sorted().toList();
    }
}
