package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Gradings that are there already. */
class ReadingTests extends ApiTestBase {

    private final String candidate = UUID.randomUUID().toString();

    @Test
    void showsTheAnswerInOneGradingOnly() {
        String id = grade();

        assertThat(api.get("/v1/gradings/" + id).at("/answer"))
                .isEqualTo("It memorises the noise.");
        assertThat(list("").json().at("/items/0").has("answer")).isFalse();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> grade()).toList();

        List<String> found = new ArrayList<>();
        Api.Reply page = list("&limit=2");
        found.addAll(ids(page));
        assertThat(found).hasSize(2);
        while (page.headers().getFirst("Link") != null) {
            String link = page.headers().getFirst("Link");
            assertThat(link).endsWith(">; rel=\"next\"").contains(page.at("/nextCursor"));
            page = api.get(link.substring(1, link.indexOf('>')));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            found.addAll(ids(page));
        }

        assertThat(found).containsExactlyElementsOf(ids.reversed());
        assertThat(page.json().at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void followsALinkWhoseFiltersHoldSpecialCharacters() {
        String odd = "{a}&b=%2B+ä " + candidate;
        String body = Api.BODY.replace("\"c-1\"", "\"" + odd + "\"");
        api.post(body);
        api.post(body);
        String since = "2020-01-01T00:00:00%2B02:00";

        Api.Reply page =
                api.get(
                        "/v1/gradings?limit=1&createdAfter=%s&candidateRef=%s"
                                .formatted(since, encoded(odd)));
        assertThat(page.json().at("/items").size()).as(page.text()).isEqualTo(1);
        String link = page.headers().getFirst("Link");
        Api.Reply next = api.get(URI.create(link.substring(1, link.indexOf('>'))).toString());

        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(ids(next)).hasSize(1).doesNotContainAnyElementsOf(ids(page));
    }

    @Test
    void cutsALimitToTwoHundred() {
        IntStream.range(0, 201).parallel().forEach(i -> grade());

        assertThat(list("&limit=201").json().at("/items").size()).isEqualTo(200);
        assertThat(list("&limit=99999999999").json().at("/items").size()).isEqualTo(200);
        assertThat(list("").json().at("/items").size()).isEqualTo(50);
    }

    @Test
    void filtersByStatus() {
        String graded = grade();
        model.reset();
        String provisional = grade();

        assertThat(ids(list("&status=GRADED"))).containsExactly(graded);
        assertThat(ids(list("&status=PROVISIONAL"))).containsExactly(provisional);
        assertThat(ids(list("&status=PROVISIONAL,GRADED"))).hasSize(2);
        assertThat(ids(list("&status=PROVISIONAL&status=GRADED"))).hasSize(2);
        assertThat(ids(list("&status=QUEUED"))).isEmpty();
    }

    @Test
    void filtersByTimeInclusiveAndExclusive() {
        clock.advance(Duration.ofHours(1));
        String id = grade();
        String at = encoded(api.get("/v1/gradings/" + id).at("/createdAt"));

        assertThat(ids(list("&createdAfter=" + at))).containsExactly(id);
        assertThat(ids(list("&createdBefore=" + at))).isEmpty();
        assertThat(
                        ids(
                                list(
                                        "&createdAfter=2020-01-01T00:00:00Z&createdBefore=2020-01-02T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void filtersByQuestionAndBatch() {
        grade();

        assertThat(ids(list("&questionId=none"))).isEmpty();
        assertThat(ids(list("&batchId=none"))).isEmpty();
    }

    @Test
    void namesEveryBadParameterAtOnce() {
        Api.Reply reply =
                api.get(
                        "/v1/gradings?limit=0&status=GRADED,DONE&createdAfter=yesterday"
                                + "&createdBefore=2026-01-01&cursor=nonsense&candidateRef=a%00b");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("INVALID_PARAMETER");
        assertThat(reply.json().at("/errors").valueStream())
                .extracting(error -> error.at("/parameter").asString())
                .containsExactlyInAnyOrder(
                        "limit",
                        "status",
                        "createdAfter",
                        "createdBefore",
                        "cursor",
                        "candidateRef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2B10000-01-01T00:00:00Z",
                "%2B999999999-12-31T23:59:59Z",
                "0000-12-31T23:59:59Z",
                "-0044-03-15T12:00:00Z",
                "0001-01-01T00:00:00%2B01:00"
            })
    void knowsNoTimesBeyondTheYears1To9999(String time) {
        Api.Reply reply = api.get("/v1/gradings?createdBefore=" + time);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/code")).isEqualTo("INVALID_PARAMETER");
        assertThat(reply.at("/errors/0/parameter")).isEqualTo("createdBefore");
    }

    @Test
    void tellsTheHistoryOldestFirst() {
        String id = grade();

        JsonNode items = api.get("/v1/gradings/" + id + "/history").json().at("/items");

        assertThat(items.valueStream())
                .extracting(item -> item.at("/event").asString())
                .containsExactly("ACCEPTED", "GRADED");
        JsonNode last = items.get(1);
        assertThat(last.propertyNames())
                .contains("at", "event", "actor", "status", "revision", "score", "grader");
        assertThat(last.at("/score").decimalValue()).isEqualByComparingTo("4");
        assertThat(last.at("/grader/model").asString()).isEqualTo("test-model");
        assertThat(items.get(0).at("/actor").asString()).isEqualTo("local");
        assertThat(items.get(0).at("/revision").asInt()).isZero();
    }

    @Test
    void gradesAgainAndKeepsTheHistory() {
        Api.Reply first = api.post(Api.BODY);

        Api.Reply asked = regrade(first.id());
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.headers().getFirst("Location")).isEqualTo("/v1/gradings/" + first.id());
        assertThat(asked.at("/status")).isEqualTo("GRADED");

        String path = "/v1/gradings/" + first.id();
        Api.Reply second = api.get(path + "?wait=20", "If-None-Match", asked.headers().getETag());
        assertThat(second.json().at("/revision").asInt()).isEqualTo(2);
        assertThat(api.get(path + "/history").json().at("/items").valueStream())
                .extracting(item -> item.at("/event").asString())
                .containsExactly("ACCEPTED", "GRADED", "REGRADE_ASKED", "GRADED");
    }

    @Test
    void keepsAGradeThatNothingBetterReplaces() {
        String id = grade();
        model.reset();

        Api.Reply asked = regrade(id);
        Api.Reply after =
                api.get(
                        "/v1/gradings/" + id + "?wait=20",
                        "If-None-Match",
                        asked.headers().getETag());

        assertThat(after.at("/status")).isEqualTo("GRADED");
        assertThat(after.json().at("/revision").asInt()).isEqualTo(1);
        assertThat(after.at("/grader/kind")).isEqualTo("LLM");
    }

    @Test
    void cancelsNothingThatHasAGrade() {
        Api.Reply reply = api.send(HttpMethod.DELETE, "/v1/gradings/" + grade(), "");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/detail")).contains("waits for its first grade");
        assertThat(reply.at("/code")).isEqualTo("CONFLICT");
    }

    @Test
    void knowsNoGradingThatNeverWas() {
        for (String id : List.of("01JD0000000000000000000000", "nonsense", "%00", "..")) {
            assertThat(api.get("/v1/gradings/" + id + "/history").status()).isEqualTo(404);
            assertThat(regrade(id).status()).isEqualTo(404);
            assertThat(api.send(HttpMethod.DELETE, "/v1/gradings/" + id, "").status())
                    .isIn(404, 405);
        }
    }

    private String grade() {
        Api.Reply reply = api.post(Api.BODY.replace("c-1", candidate));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.id();
    }

    private Api.Reply regrade(String id) {
        return api.send(HttpMethod.POST, "/v1/gradings/" + id + "/regrade", "");
    }

    private Api.Reply list(String more) {
        return api.get("/v1/gradings?candidateRef=" + candidate + more);
    }

    private static List<String> ids(Api.Reply page) {
        return page.json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
