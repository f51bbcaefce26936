package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** A person's decision over HTTP. */
class ReviewTests extends ApiTestBase {

    /** Two criteria, the first required, and a deduction; at most 8 points. */
    private static final String RUBRIC =
            """
            {"question": {"text": "What is overfitting?",
              "rubric": {"criteria": [
                {"id": "noise", "description": "Says noise", "points": 4, "required": true, "capAt": 3},
                {"id": "gap", "description": "Says gap", "points": 4,
                 "levels": [{"label": "none", "points": 0}, {"label": "named", "points": 2}, {"label": "explained", "points": 4}]},
                {"id": "false", "description": "Is false", "points": -2}]}},
             "answer": "It memorises the noise."}
            """;

    private static final String NOTHING_BUT =
            "{\"criteria\": [{\"id\": \"noise\", \"points\": %s}]}";

    @Test
    void pointsAreThePersonsAndTheMachinesGradeStaysBesideThem() {
        Api.Reply graded = api.post(RUBRIC);
        Api.Reply reviewed =
                review(
                        graded,
                        """
                        {"criteria": [{"id": "gap", "points": 2.5}, {"id": "false", "points": 0}],
                         "feedback": {"summary": "The gap is only named."}, "reason": "half of the gap"}
                        """);

        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        assertThat(reviewed.headers().getETag()).isNotEqualTo(graded.headers().getETag());
        JsonNode json = reviewed.json();
        assertThat(json.at("/status").asString()).isEqualTo("REVIEWED");
        assertThat(json.at("/score").decimalValue()).isEqualByComparingTo("6.5");
        assertThat(json.at("/percentage").decimalValue()).isEqualByComparingTo("81.3");
        assertThat(json.at("/scoreRange/min").decimalValue()).isEqualByComparingTo("6.5");
        assertThat(json.at("/revision").asInt()).isEqualTo(2);
        assertThat(json.at("/criteria/0/verdict").asString()).isEqualTo("met");
        assertThat(json.at("/criteria/1/verdict").asString()).isEqualTo("partly");
        assertThat(json.at("/criteria/1/level").asString()).isEqualTo("named");
        assertThat(json.at("/criteria/2/verdict").asString()).isEqualTo("not_met");
        assertThat(json.at("/feedback/summary").asString()).isEqualTo("The gap is only named.");
        assertThat(json.at("/feedback/strengths").size()).isZero();
        assertThat(json.at("/machine/score").decimalValue()).isEqualByComparingTo("6");
        assertThat(json.at("/machine/criteria/1/points").decimalValue()).isEqualByComparingTo("4");
        assertThat(json.at("/machine/feedback/summary").asString()).isEqualTo("Well said.");
        assertThat(json.at("/machine/grader/model").asString()).isEqualTo("test-model");
        assertThat(json.at("/review/reviewer").asString()).isEqualTo("local");
        assertThat(json.at("/review/reason").asString()).isEqualTo("half of the gap");
        assertThat(json.at("/review/reviewedAt").asString()).isNotBlank();
        assertThat(json.at("/review/selection").asString()).isEqualTo("REASON");
        assertThat(json.has("answer")).isFalse();
    }

    @Test
    void everyViewShowsTheDecision() {
        Api.Reply graded = api.post(Api.BODY.replace("c-1", "reviewed"));
        review(graded, NOTHING_BUT.formatted("1"));

        assertThat(at(graded, "/review/reviewer")).isEqualTo("local");
        JsonNode item = api.get("/v1/gradings?candidateRef=reviewed").json().at("/items/0");
        assertThat(item.at("/machine/score").decimalValue()).isEqualByComparingTo("4");
        assertThat(item.at("/score").decimalValue()).isEqualByComparingTo("1");
        JsonNode history = api.get("/v1/gradings/" + graded.id() + "/history").json().at("/items");
        JsonNode last = history.get(history.size() - 1);
        assertThat(last.at("/event").asString()).isEqualTo("REVIEWED");
        assertThat(last.at("/actor").asString()).isEqualTo("local");
        assertThat(last.at("/score").decimalValue()).isEqualByComparingTo("1");
        assertThat(api.get("/gradings/" + graded.id()).text())
                .contains("Reviewed by", "local", "The machine gave", "4.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | 4 | 0  | 3
                    4 | 4 | -2 | 6
                    0 | 0 | -2 | 0
                    4 | 0 | 0  | 4
                    """)
    void deductionsCapsAndBoundsCountAsEver(String noise, String gap, String wrong, String score) {
        Api.Reply reviewed =
                review(
                        api.post(RUBRIC),
                        """
                        {"criteria": [{"id": "noise", "points": %s}, {"id": "gap", "points": %s},
                                      {"id": "false", "points": %s}]}
                        """
                                .formatted(noise, gap, wrong));

        assertThat(reviewed.json().at("/score").decimalValue()).isEqualByComparingTo(score);
    }

    @Test
    void withoutIfMatchNothingIsDecided() {
        Api.Reply graded = api.post(Api.BODY);
        Api.Reply refused = api.send(HttpMethod.POST, address(graded), NOTHING_BUT.formatted("1"));

        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.at("/code")).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(at(graded, "/status")).isEqualTo("GRADED");
    }

    @Test
    void aDecisionOnWhatHasChangedIsRefused() {
        Api.Reply graded = api.post(Api.BODY);
        review(graded, NOTHING_BUT.formatted("1"));

        for (String stale : List.of(graded.headers().getETag(), "W/\"2\"", "\"nonsense\"")) {
            Api.Reply refused = review(graded, stale, NOTHING_BUT.formatted("2"));
            assertThat(refused.status()).isEqualTo(412);
            assertThat(refused.at("/code")).isEqualTo("PRECONDITION_FAILED");
        }
        assertThat(at(graded, "/score")).isEqualTo("1.00");
        assertThat(review(graded, "not a tag", "{}").status()).isEqualTo(400);
        assertThat(review(graded, "*", NOTHING_BUT.formatted("2")).status()).isEqualTo(200);
    }

    @Test
    void whatChangesWhileADecisionIsMadeIsNotOverwritten() {
        Api.Reply graded = api.post(Api.BODY);
        faults.beforeEach(
                (method, arguments) -> {
                    if (method.equals("move")) {
                        faults.reset();
                        api.send(HttpMethod.POST, "/v1/gradings/" + graded.id() + "/regrade", "");
                    }
                });

        assertThat(review(graded, NOTHING_BUT.formatted("1")).status()).isEqualTo(412);
        assertThat(at(graded, "/status")).isNotEqualTo("REVIEWED");
    }

    @Test
    void aLaterDecisionIsARevisionAndStandsOnTheMachinesGrade() {
        Api.Reply graded = api.post(RUBRIC);
        Api.Reply first = review(graded, "{\"criteria\": [{\"id\": \"gap\", \"points\": 1}]}");
        Api.Reply second = review(first, "{\"criteria\": [{\"id\": \"false\", \"points\": 0}]}");

        assertThat(second.json().at("/revision").asInt()).isEqualTo(3);
        assertThat(second.json().at("/score").decimalValue()).isEqualByComparingTo("8");
        assertThat(second.json().at("/machine/score").decimalValue()).isEqualByComparingTo("6");
    }

    @Test
    void agreeingTakesNoMoreThanAnEmptyObject() {
        Api.Reply graded = api.post(RUBRIC);
        Api.Reply reviewed = review(graded, "{}");

        assertThat(reviewed.at("/status")).isEqualTo("REVIEWED");
        assertThat(reviewed.json().at("/criteria")).isEqualTo(graded.json().at("/criteria"));
        assertThat(reviewed.json().at("/score")).isEqualTo(graded.json().at("/score"));
        assertThat(reviewed.at("/feedback/summary")).isEqualTo("Well said.");
    }

    @Test
    void whatTheMachineCouldNotTellTheDecisionMust() {
        model.will(a -> Mono.just(ScriptedGrader.silent(a, "gap")));
        Api.Reply graded = api.post(RUBRIC);
        Api.Reply refused = review(graded, NOTHING_BUT.formatted("1"));

        assertThat(graded.at("/criteria/1/verdict")).isEqualTo("cannot_tell");
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.json().at("/errors").size()).isEqualTo(1);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/criteria");
        assertThat(refused.at("/errors/0/message"))
                .contains("\"gap\"", "the machine could not tell", "the decision must");
        assertThat(at(graded, "/status")).isNotEqualTo("REVIEWED");
        Api.Reply told = review(graded, "{\"criteria\": [{\"id\": \"gap\", \"points\": 2}]}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.json().at("/criteria").toString()).doesNotContain("cannot_tell");
    }

    @Test
    void aDeductionThatNobodySpeaksOfDoesNotApply() {
        model.reset();
        Api.Reply graded = api.post(RUBRIC);
        Api.Reply reviewed = review(graded, NOTHING_BUT.formatted("3"));

        assertThat(graded.at("/criteria/2/verdict")).isEqualTo("cannot_tell");
        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        assertThat(reviewed.at("/criteria/2/verdict")).isEqualTo("not_met");
        assertThat(reviewed.json().at("/criteria/2/points").decimalValue()).isZero();
        assertThat(reviewed.json().at("/criteria/2/confidence").asDouble()).isEqualTo(1);
        assertThat(reviewed.json().at("/criteria").toString()).doesNotContain("cannot_tell");
        assertThat(reviewed.json().at("/score").decimalValue()).isEqualByComparingTo("5");
        assertThat(reviewed.at("/machine/criteria/2/verdict")).isEqualTo("cannot_tell");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Api.Reply refused =
                review(
                        api.post(RUBRIC),
                        """
                        {"criteria": [{"id": "noise", "points": 4.01}, {"id": "nobody", "points": 1},
                                      {"id": "false", "points": 1}, {"id": "gap"}, {"points": 1}, null,
                                      {"id": "gap", "points": 1.234}, {"id": "gap", "points": 1e999999999},
                                      {"id": "gap", "points": 1}, {"id": "gap", "points": 1}],
                         "selection": "PERHAPS", "reviewer": "me", "feedback": {"strengths": [null]}}
                        """);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.json().at("/errors").valueStream())
                .extracting(error -> error.at("/pointer").asString())
                .containsExactlyInAnyOrder(
                        "/reviewer",
                        "/criteria/0/points",
                        "/criteria/1/id",
                        "/criteria/2/points",
                        "/criteria/3/points",
                        "/criteria/4/id",
                        "/criteria/5/id",
                        "/criteria/6/points",
                        "/criteria/7/points",
                        "/criteria/9/id",
                        "/feedback/strengths/0",
                        "/selection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"criteria\": {}}", "{\"reason\": 1}", "null"})
    void whatIsNoDecisionIsNotRead(String body) {
        assertThat(review(api.post(Api.BODY), body).status()).isEqualTo(400);
    }

    @Test
    void whatHasNoGradeYetIsNotReviewed() {
        model.will(assignment -> Mono.never());
        Api.Reply open = api.post(Api.BODY, "Prefer", "respond-async");
        Api.Reply refused = review(open, "*", NOTHING_BUT.formatted("1"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("CONFLICT");

        api.send(HttpMethod.DELETE, "/v1/gradings/" + open.id(), "");
        assertThat(review(open, "*", NOTHING_BUT.formatted("1")).status()).isEqualTo(409);
    }

    @Test
    void whatNoMachineCouldGradeAPersonGradesWhole() {
        model.will(a -> Mono.just(ScriptedGrader.unavailable(FallbackReason.DEADLINE)));
        fallback.will(a -> Mono.just(new Outcome.Declined(UngradedReason.NEEDS_MODEL)));
        Api.Reply ungraded = api.post(RUBRIC);
        assertThat(ungraded.at("/status")).isEqualTo("UNGRADED");

        Api.Reply half = review(ungraded, NOTHING_BUT.formatted("4"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.at("/errors/0/pointer")).isEqualTo("/criteria");
        Api.Reply whole =
                review(
                        ungraded,
                        """
                        {"criteria": [{"id": "noise", "points": 4}, {"id": "gap", "points": 0},
                                      {"id": "false", "points": 0}]}
                        """);

        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(whole.json().at("/score").decimalValue()).isEqualByComparingTo("4");
        assertThat(whole.json().at("/reason").isNull()).isTrue();
        assertThat(whole.json().at("/machine/score").isNull()).isTrue();
        assertThat(whole.at("/machine/grader/fallbackReason")).isEqualTo("DEADLINE");
        assertThat(api.get("/gradings/" + ungraded.id()).text())
                .contains("could not grade it")
                .doesNotContain("No grade:");
    }

    @Test
    void noMachineChangesADecisionAndALateResultIsDropped() {
        Api.Reply graded = api.post(Api.BODY);
        Sinks.One<Outcome> late = Sinks.one();
        model.will(assignment -> late.asMono());
        api.send(HttpMethod.POST, "/v1/gradings/" + graded.id() + "/regrade", "");
        Api.Reply reviewed = review(graded, "*", NOTHING_BUT.formatted("1"));
        late.tryEmitValue(ScriptedGrader.unavailable(FallbackReason.DEADLINE));

        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        Api.Reply refused =
                api.send(HttpMethod.POST, "/v1/gradings/" + graded.id() + "/regrade", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("REVIEWED_IS_FINAL");
        assertThat(at(graded, "/status")).isEqualTo("REVIEWED");
        assertThat(at(graded, "/score")).isEqualTo("1.00");
    }

    @Test
    void nobodyReviewsWhatIsNotThere() {
        Api.Reply refused =
                api.send(HttpMethod.POST, "/v1/gradings/01JD0000000000000000000000/review", "{}");

        assertThat(refused.status()).isEqualTo(404);
    }

    private String at(Api.Reply reply, String pointer) {
        return api.get("/v1/gradings/" + reply.id()).at(pointer);
    }

    private Api.Reply review(Api.Reply read, String body) {
        return review(read, String.valueOf(read.headers().getETag()), body);
    }

    private Api.Reply review(Api.Reply read, String etag, String body) {
        return api.send(HttpMethod.POST, address(read), body, "If-Match", etag);
    }

    private static String address(Api.Reply reply) {
        return "/v1/gradings/" + reply.id() + "/review";
    }
}
