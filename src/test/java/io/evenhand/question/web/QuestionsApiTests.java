package io.evenhand.question.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The bank over HTTP; each test has ids of its own. */
class QuestionsApiTests extends KeyedApiTestBase {

    private static final String QUESTION =
            """
            {"id": "%s", "text": "What is overfitting?", "status": "%s", "level": "INTERMEDIATE",
             "category": "machine-learning", "skills": ["generalisation"], "language": "en",
             "modelAnswers": ["It fits noise."], "passMark": 60, "timeMinutes": 4,
             "rubric": {"criteria": [{"id": "noise", "description": "Says noise", "points": 4}]},
             "followUpQuestions": ["How would you notice it?"], "tags": ["warm-up"]}
            """;

    @Test
    void aQuestionIsReadAsItWasAdded() {
        Api.Reply added = add("as-added", "PUBLISHED");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.headers().getFirst("Location")).isEqualTo("/v1/questions/as-added");
        assertThat(added.headers().getETag()).isEqualTo("\"1\"");
        Api.Reply read = api.get("/v1/questions/as-added", with(GRADE));
        assertThat(read.headers().getETag()).isEqualTo("\"1\"");
        assertThat(read.text()).isEqualTo(added.text());
        JsonNode question = read.json();
        assertThat(question.at("/version").asInt()).isEqualTo(1);
        assertThat(question.at("/status").asString()).isEqualTo("PUBLISHED");
        assertThat(question.at("/level").asString()).isEqualTo("INTERMEDIATE");
        assertThat(question.at("/skills/0").asString()).isEqualTo("generalisation");
        assertThat(question.at("/timeMinutes").asInt()).isEqualTo(4);
        assertThat(question.at("/rubric/criteria/0").toString())
                .isEqualTo("{\"id\":\"noise\",\"description\":\"Says noise\",\"points\":4}");
        assertThat(question.at("/options").isNull()).isTrue();
    }

    @Test
    void whatWasReadCanBeSentBackAsTheNextVersion() {
        String first = add("sent-back", "DRAFT").text();

        Api.Reply second = put("sent-back", "\"1\"", first.replace("DRAFT", "PUBLISHED"));

        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.headers().getETag()).isEqualTo("\"2\"");
        assertThat(api.get("/v1/questions/sent-back", with(GRADE)).at("/status"))
                .isEqualTo("PUBLISHED");
        assertThat(api.get("/v1/questions/sent-back?version=1", with(GRADE)).text())
                .isEqualTo(first);
        assertThat(api.get("/v1/questions/sent-back?version=3", with(GRADE)).status())
                .isEqualTo(404);
    }

    @Test
    void isADraftWithAnIdOfItsOwnWhereTheClientSaysNothing() {
        Api.Reply added = post("{\"text\": \"Why?\", \"modelAnswer\": \"So.\"}");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.at("/status")).isEqualTo("DRAFT");
        assertThat(added.id()).matches("[a-z0-9]{26}");
    }

    @Test
    void anIdIsTakenOnce() {
        add("taken", "DRAFT");

        Api.Reply again = add("taken", "DRAFT");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("CONFLICT");
    }

    @Test
    void aNewVersionNeedsTheTagOfTheLatest() {
        String body = add("raced", "DRAFT").text();

        assertThat(put("raced", null, body).status()).isEqualTo(428);
        assertThat(put("raced", "W/\"1\"", body).status()).isEqualTo(412);
        assertThat(put("raced", "\"1\"", body).status()).isEqualTo(200);
        Api.Reply late = put("raced", "\"1\"", body);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.at("/code")).isEqualTo("PRECONDITION_FAILED");
        assertThat(put("raced", "*", body).headers().getETag()).isEqualTo("\"3\"");
        assertThat(put("raced", "1", body).status()).isEqualTo(400);
    }

    @Test
    void aClientThatHasTheVersionIsNotSentIt() {
        add("known", "DRAFT");

        assertThat(api.get("/v1/questions/known", with(GRADE, "If-None-Match", "\"1\"")).status())
                .isEqualTo(304);
        assertThat(api.get("/v1/questions/known", with(GRADE, "If-None-Match", "\"2\"")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"Über uns\"}                       | /id",
                "{\"id\": \"export\"}                         | /id",
                "{\"status\": \"DONE\"}                       | /status",
                "{\"level\": \"HARD\"}                        | /level",
                "{\"kind\": \"RIDDLE\"}                       | /kind",
                "{\"language\": \"english!\"}                 | /language",
                "{\"skills\": [\"a\", \" \"]}                 | /skills/1",
                "{\"tags\": [\"a\", \"a\"]}                   | /tags",
                "{\"timeMinutes\": 0}                         | /timeMinutes",
                "{\"category\": \"\"}                         | /category",
                "{\"followUpQuestions\": [null]}              | /followUpQuestions/0",
                "{\"difficulty\": 3}                          | /difficulty"
            })
    void saysWhatIsWrong(String fields, String pointer) {
        String rest = "{\"text\": \"Why?\", \"modelAnswer\": \"So.\", ";
        Api.Reply reply = post(rest + fields.strip().substring(1));

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().at("/errors").valueStream())
                .extracting(error -> error.at("/pointer").asString())
                .containsExactly(pointer.strip());
    }

    @Test
    void theIdOfTheAddressDecides() {
        String body = add("addressed", "DRAFT").text();

        Api.Reply reply = put("addressed", "\"1\"", body.replace("addressed", "another"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/id");
        assertThat(put("addressed", "\"1\"", body.replace("\"id\":\"addressed\",", "")).status())
                .isEqualTo(200);
    }

    @Test
    void readingTakesAKeyForGradingAndWritingOneForManaging() {
        String body = QUESTION.formatted("scoped", "DRAFT");

        assertThat(api.send(HttpMethod.POST, "/v1/questions", body, with(GRADE)).status())
                .isEqualTo(403);
        assertThat(post(body).status()).isEqualTo(201);
        assertThat(api.get("/v1/questions", with(REVIEW)).status()).isEqualTo(403);
        assertThat(api.get("/v1/questions/export", with(REVIEW)).status()).isEqualTo(403);
        assertThat(api.get("/v1/questions/scoped", with(MANAGE)).status()).isEqualTo(200);
        assertThat(
                        api.send(
                                        HttpMethod.PUT,
                                        "/v1/questions/scoped",
                                        body,
                                        with(GRADE, "If-Match", "\"1\""))
                                .status())
                .isEqualTo(403);
        assertThat(
                        api.send(
                                        HttpMethod.POST,
                                        "/v1/questions/import?source=ai-engineer",
                                        "",
                                        with(GRADE))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aListIsFilteredAndPaged() {
        for (String id : List.of("list-a", "list-b", "list-c")) {
            post(QUESTION.formatted(id, "DRAFT").replace("machine-learning", "listed"));
        }

        Api.Reply page = api.get("/v1/questions?category=listed&limit=2", with(GRADE));
        assertThat(ids(page)).containsExactly("list-a", "list-b");
        String next = page.headers().getFirst("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        Api.Reply last = api.get(next, with(GRADE));
        assertThat(ids(last)).containsExactly("list-c");
        assertThat(last.json().at("/nextCursor").isNull()).isTrue();
        String listed = "/v1/questions?category=listed&";
        assertThat(ids(api.get(listed + "status=PUBLISHED", with(GRADE)))).isEmpty();
        assertThat(ids(api.get(listed + "level=BASIC,INTERMEDIATE", with(GRADE)))).hasSize(3);
        assertThat(ids(api.get(listed + "q=OVERfitting+list-b", with(GRADE))))
                .containsExactly("list-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"level=HARD", "kind=", "status=x", "limit=0", "cursor=%25", "q=a%00"})
    void refusesAParameterThatIsWrong(String parameter) {
        Api.Reply reply = api.get("/v1/questions?" + parameter, with(GRADE));

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.at("/errors/0/parameter")).isEqualTo(parameter.split("=")[0]);
    }

    @Test
    void gradingIsPinnedToTheVersionInForce() {
        String body = add("pinned", "PUBLISHED").text();
        put("pinned", "\"1\"", body.replace("PUBLISHED", "DRAFT"));

        assertThat(grade("pinned", "").at("/question/version")).isEqualTo("1");
        assertThat(grade("pinned", ", \"questionVersion\": 2").at("/question/version"))
                .isEqualTo("2");
        put("pinned", "\"2\"", body.replace("PUBLISHED", "RETIRED"));
        assertThat(grade("pinned", "").status()).isEqualTo(422);
        assertThat(grade("pinned", ", \"questionVersion\": 1").status()).isEqualTo(200);
    }

    private Api.Reply grade(String id, String more) {
        return api.post(
                "{\"questionId\": \"" + id + "\"" + more + ", \"answer\": \"It memorises.\"}",
                with(GRADE));
    }

    private Api.Reply add(String id, String status) {
        return post(QUESTION.formatted(id, status));
    }

    private Api.Reply post(String body) {
        return api.send(HttpMethod.POST, "/v1/questions", body, with(MANAGE));
    }

    private Api.Reply put(String id, String tag, String body) {
        String[] headers = tag == null ? with(MANAGE) : with(MANAGE, "If-Match", tag);
        return api.send(HttpMethod.PUT, "/v1/questions/" + id, body, headers);
    }

    private static List<String> ids(Api.Reply page) {
        return page.json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
