package io.evenhand.interviews.web;

import static io.evenhand.interviews.web.InterviewFixture.interview;
import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Interviews from their making to their deletion. */
class InterviewsApiTests extends KeyedApiTestBase {

    private static final String ROOT = "/v1/interviews";

    private InterviewFixture fixture;

    @BeforeEach
    void fillTheBank() {
        fixture = new InterviewFixture(api, with(ALL));
        fixture.question("i-one", "BASIC");
        fixture.question("i-two", "EXPERT");
    }

    @Test
    void anInterviewIsReadAsItWasAddedAndItsTagIsItsVersion() {
        Api.Reply added = post(interview("made", 60, "i-two*2.50", "i-one"), ALL);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.headers().getFirst("Location")).isEqualTo("/v1/interviews/made");
        Api.Reply read = api.get(ROOT + "/made", with(GRADE));
        assertThat(read.headers().getETag()).isEqualTo("\"1\"");
        assertThat(read.json()).isEqualTo(added.json());
        assertThat(read.json().at("/questions").toString())
                .isEqualTo("[{\"id\":\"i-two\",\"weight\":2.5},{\"id\":\"i-one\",\"weight\":1}]");
        assertThat(api.get(ROOT + "/made", with(GRADE, "If-None-Match", "\"1\"")).status())
                .isEqualTo(304);
        assertThat(post(interview("made", 60, "i-one"), ALL).status()).isEqualTo(409);
    }

    @Test
    void whatWasReadCanBeSentBackAsTheNextVersion() {
        fixture.add("edited", 60, "i-one");
        String sameText = api.get(ROOT + "/edited", with(ALL)).text();

        Api.Reply renewed =
                api.send(
                        HttpMethod.PUT,
                        ROOT + "/edited",
                        sameText.replace("60", "70"),
                        with(MANAGE, "If-Match", "\"1\""));

        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(renewed.headers().getETag()).isEqualTo("\"2\"");
        assertThat(fixture.get(ROOT + "/edited?version=1").at("/passMark").asInt()).isEqualTo(60);
        assertThat(fixture.get(ROOT + "/edited").at("/passMark").asInt()).isEqualTo(70);
        assertThat(api.get(ROOT + "/edited?version=3", with(ALL)).status()).isEqualTo(404);
        assertThat(api.get(ROOT + "/edited?version=x", with(ALL)).status()).isEqualTo(400);
    }

    @Test
    void replacingAsksForTheVersionThatIsKnown() {
        fixture.add("guarded", 60, "i-one");
        String body = interview("guarded", 61, "i-one");

        assertThat(put("guarded", body).at("/code")).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(put("guarded", body, "If-Match", "\"7\"").at("/code"))
                .isEqualTo("PRECONDITION_FAILED");
        assertThat(
                        put("guarded", interview("other", 61, "i-one"), "If-Match", "*")
                                .at("/errors/0/pointer"))
                .isEqualTo("/id");
        assertThat(put("guarded", body, "If-Match", "*").at("/version")).isEqualTo("2");
    }

    @Test
    void deletingTakesTheInterviewAndLeavesTheGradings() {
        fixture.add("short-lived", 60, "i-one");
        String grading = fixture.answer("c-del", "i-one", "42").id();
        String path = ROOT + "/short-lived";

        assertThat(api.send(HttpMethod.DELETE, path, "", with(ALL, "If-Match", "\"2\"")).status())
                .isEqualTo(412);
        assertThat(api.send(HttpMethod.DELETE, path, "", with(ALL)).status()).isEqualTo(204);
        assertThat(api.send(HttpMethod.DELETE, path, "", with(ALL)).status()).isEqualTo(404);
        assertThat(api.get(path, with(ALL)).status()).isEqualTo(404);
        assertThat(api.get("/v1/gradings/" + grading, with(ALL)).status()).isEqualTo(200);
    }

    @Test
    void theListGoesOnWhereThePageEnded() {
        for (String id : List.of("page-a", "page-b", "page-c")) {
            fixture.add(id, 60, "i-one");
        }

        Api.Reply page = api.get(ROOT + "?limit=1&cursor=cGFnZS0", with(REVIEW));

        assertThat(page.at("/items/0/id")).isEqualTo("page-a");
        String next = page.headers().getFirst("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(api.get(next, with(REVIEW)).at("/items/0/id")).isEqualTo("page-b");
        assertThat(api.get(ROOT + "?limit=0", with(REVIEW)).at("/errors/0/parameter"))
                .isEqualTo("limit");
        assertThat(api.get(ROOT + "?cursor=%21", with(REVIEW)).at("/errors/0/parameter"))
                .isEqualTo("cursor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /id | {"id": "A b", "title": "t", "passMark": 60, "questions": [{"id": "i-one"}]}
                    /id | {"id": "import", "title": "t", "passMark": 60, "questions": [{"id": "i-one"}]}
                    /title | {"passMark": 60, "questions": [{"id": "i-one"}]}
                    /passMark | {"title": "t", "questions": [{"id": "i-one"}]}
                    /passMark | {"title": "t", "passMark": 100.01, "questions": [{"id": "i-one"}]}
                    /passMark | {"title": "t", "passMark": 1e-99999, "questions": [{"id": "i-one"}]}
                    /questions | {"title": "t", "passMark": 60, "questions": []}
                    /questions | {"title": "t", "passMark": 60}
                    /questions/0/id | {"title": "t", "passMark": 60, "questions": [null]}
                    /questions/1/id | {"title": "t", "passMark": 60, "questions": [{"id": "i-one"}, {"id": "i-one"}]}
                    /questions/1/id | {"title": "t", "passMark": 60, "questions": [{"id": "i-one"}, {"id": "nowhere"}]}
                    /questions/0/weight | {"title": "t", "passMark": 60, "questions": [{"id": "i-one", "weight": 0}]}
                    /questions/0/weight | {"title": "t", "passMark": 60, "questions": [{"id": "i-one", "weight": 1.001}]}
                    /questions/0/colour | {"title": "t", "passMark": 60, "questions": [{"id": "i-one", "colour": 1}]}
                    """)
    void saysWhatIsWrong(String pointer, String body) {
        Api.Reply reply = post(body, ALL);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().at("/errors").valueStream())
                .extracting(error -> error.at("/pointer").asString())
                .containsExactly(pointer);
    }

    @Test
    void writingNeedsTheScopeThatManages() {
        fixture.add("scoped", 60, "i-one");
        String body = interview("scoped-2", 60, "i-one");

        for (String key : List.of(GRADE, REVIEW)) {
            assertThat(post(body, key).status()).isEqualTo(403);
            assertThat(api.send(HttpMethod.DELETE, ROOT + "/scoped", "", with(key)).status())
                    .isEqualTo(403);
            assertThat(api.get(ROOT + "/scoped", with(key)).status()).isEqualTo(200);
            assertThat(api.get(ROOT + "/scoped/candidates", with(key)).status()).isEqualTo(200);
        }
        assertThat(api.get(ROOT + "/scoped", with(MANAGE)).status()).isEqualTo(200);
        assertThat(api.get(ROOT + "/scoped/candidates", with(MANAGE)).status()).isEqualTo(403);
        assertThat(api.get(ROOT + "/scoped/results", with(MANAGE)).status()).isEqualTo(403);
    }

    @Test
    void theShippedInterviewsComeInAfterTheirQuestions() {
        String path = ROOT + "/import?source=ai-engineer";
        Api.Reply tooEarly = api.send(HttpMethod.POST, path, "", with(RIVAL));
        assertThat(tooEarly.status()).isIn(200, 422);
        api.send(HttpMethod.POST, "/v1/questions/import?source=ai-engineer", "", with(RIVAL));

        Api.Reply first = api.send(HttpMethod.POST, path, "", with(RIVAL));
        Api.Reply again = api.send(HttpMethod.POST, path, "", with(RIVAL));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo("{\"created\":0,\"updated\":0,\"unchanged\":3}");
        JsonNode senior = api.get(ROOT + "/senior-ai-engineer", with(RIVAL)).json();
        assertThat(senior.at("/title").asString()).isEqualTo("Senior AI engineer");
        assertThat(senior.at("/passMark").asInt()).isEqualTo(65);
        assertThat(senior.at("/questions")).hasSize(12);
        assertThat(
                        api.send(HttpMethod.POST, ROOT + "/import?source=nobody", "", with(RIVAL))
                                .at("/errors/0/parameter"))
                .isEqualTo("source");
    }

    private Api.Reply post(String body, String key) {
        return api.send(HttpMethod.POST, ROOT, body, with(key));
    }

    private Api.Reply put(String id, String body, String... headers) {
        return api.send(HttpMethod.PUT, ROOT + "/" + id, body, with(ALL, headers));
    }
}
