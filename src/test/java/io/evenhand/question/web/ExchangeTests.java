package io.evenhand.question.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Banks as files, between two tenants. */
class ExchangeTests extends KeyedApiTestBase {

    private static final String YAML = "application/yaml";
    private static final String CSV = "text/csv";

    /** All that a question can hold, with texts that are hard on a file format. */
    private static final String ODD =
            """
            {"id": "odd", "status": "DRAFT", "kind": "PROBLEM_SOLVING", "level": "EXPERT",
             "category": "=odd", "skills": ["2024", "yes", "a,b"], "language": "de-AT",
             "text": "=1+1\\n'quoted' \\"text\\": # no comment\\r\\n  - \\u0000 \uD83E\uDD16 ü ",
             "modelAnswers": ["-1", "@SUM(A1)", "a\\tb", "'=x"], "points": 12.5,
             "rubric": {"criteria": [
               {"id": "a", "description": "&x *y !z", "points": 2, "partial": true, "required": true,
                "capAt": 0.5},
               {"id": "b", "description": "d", "points": 1.25,
                "levels": [{"label": "no", "points": 0}, {"label": "null", "points": 1.25}]},
               {"id": "c", "description": "d", "points": -1}]},
             "followUpQuestions": ["~"], "passMark": 60.5, "tags": ["on"], "timeMinutes": 7}
            """;

    /** Answers that a format may take for something else than a text. */
    private static final String EXACT =
            """
            {"id": "exact", "status": "PUBLISHED", "text": "How many?",
             "exactAnswers": ["42", "-1", "=1+1", "1e3", "yes"], "tolerance": 0.001}
            """;

    @ParameterizedTest
    @ValueSource(strings = {YAML, CSV})
    void whatOneTenantExportsAnotherImportsAndExportsAgain(String type) {
        api.send(HttpMethod.POST, "/v1/questions", ODD, with(ALL));
        api.send(HttpMethod.POST, "/v1/questions", EXACT, with(ALL));
        String shipped = "/v1/questions/import?source=ai-engineer";
        assertThat(api.send(HttpMethod.POST, shipped, "", with(ALL)).status()).isEqualTo(200);
        String exported = export(type, ALL);

        Api.Reply report = take(type, exported, "", RIVAL);

        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().propertyStream().mapToInt(count -> count.getValue().asInt()).sum())
                .isEqualTo(
                        api.get("/v1/questions?limit=200", with(ALL)).json().at("/items").size());
        assertThat(export(type, RIVAL)).isEqualTo(exported);
        JsonNode odd = api.get("/v1/questions/odd", with(RIVAL)).json();
        assertThat(odd.at("/text").asString())
                .isEqualTo("=1+1\n'quoted' \"text\": # no comment\r\n  - \u0000 \uD83E\uDD16 ü ");
        assertThat(odd).isEqualTo(api.get("/v1/questions/odd", with(ALL)).json());
        JsonNode exact = api.get("/v1/questions/exact", with(RIVAL)).json();
        assertThat(exact).isEqualTo(api.get("/v1/questions/exact", with(ALL)).json());
        assertThat(exact.at("/exactAnswers")).hasSize(5);
        assertThat(exact.at("/tolerance").decimalValue()).isEqualByComparingTo("0.001");
        assertThat(take(type, exported, "", RIVAL).text())
                .isEqualTo(
                        "{\"created\":0,\"updated\":0,\"unchanged\":%d}"
                                .formatted(
                                        api.get("/v1/questions?limit=200", with(ALL))
                                                .json()
                                                .at("/items")
                                                .size()));
    }

    @Test
    void noCellOfATableIsAFormula() {
        api.send(HttpMethod.POST, "/v1/questions", ODD, with(ALL));

        assertThat(export(CSV, ALL))
                .contains("\"'=1+1")
                .contains("'=odd")
                .doesNotContainPattern("(^|[,\\n])\"?[=+\\-@\\t]");
    }

    @Test
    void aFileWithMistakesIsReportedByLineAndChangesNothing() {
        String file =
                """
                questions:
                  - id: good-one
                    text: Why?
                    modelAnswer: So.
                  - id: bad-one
                    text: 42
                    modelAnswer: So.
                  - id: bad-two
                    text: Why?
                    kind: RIDDLE
                    rubric:
                      criteria:
                        - id: a
                          description: d
                          points: 0
                  - id: good-one
                    text: Again?
                    modelAnswer: So.
                    colour: red
                """;

        Api.Reply reply = take(YAML, file, "", ALL);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors").valueStream())
                .extracting(e -> e.at("/line").asInt() + " " + e.at("/pointer").asString())
                .containsExactly(
                        "6 /questions/1/text",
                        "10 /questions/2/kind",
                        "15 /questions/2/rubric/criteria/0/points",
                        "19 /questions/3/colour",
                        "16 /questions/3/id");
        assertThat(api.get("/v1/questions/good-one", with(ALL)).status()).isEqualTo(404);
    }

    @Test
    void aTableWithMistakesIsReportedByLineAndChangesNothing() {
        String file =
                """
                id,text,modelAnswers,points,rubric
                table-a,"Two
                lines?",So.,5,
                table-b,Why?,So.,many,
                table-c,Why?,So.,5,{criteria
                """;

        Api.Reply reply = take(CSV, file, "", ALL);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors").valueStream())
                .extracting(e -> e.at("/line").asInt() + " " + e.at("/pointer").asString())
                .contains("4 /questions/1/points", "5 /questions/2/rubric");
        assertThat(api.get("/v1/questions/table-a", with(ALL)).status()).isEqualTo(404);
        assertThat(take(CSV, file.replace("many", "6").replace("{criteria", ""), "", ALL).text())
                .contains("\"created\":3");
        assertThat(api.get("/v1/questions/table-a", with(ALL)).at("/text"))
                .isEqualTo("Two\nlines?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "questions: []",
                "interviews: [{id: a}]",
                "questions: [{id: a, id: b}]",
                "- just\n- a list",
                "questions:\n  - &a {id: a, text: t, modelAnswer: m}\n  - *a\n",
                "questions: \"unclosed",
                "questions: !!javax.script.ScriptEngineManager [a]",
                "--- {questions: []}\n--- {}",
                "{\u0000"
            })
    void refusesWhatIsNoFileOfQuestions(String file) {
        Api.Reply reply = take(YAML, file, "", ALL);

        assertThat(reply.status()).as(reply.text()).isIn(400, 422);
    }

    @Test
    void refusesAFileThatUnfoldsWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }

        Api.Reply reply = take(YAML, bomb + "questions: [*a11]\n", "", ALL);
        Api.Reply deep = take(YAML, "questions: " + "[".repeat(100_000), "", ALL);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("is an alias");
        assertThat(deep.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,text,text\na,b,c\n",
                "id,question\na,b\n",
                "id,text\na,b,c\n",
                "id,text\na\n",
                "id,text\n",
                "id,text\na,\"b"
            })
    void refusesWhatIsNoTableOfQuestions(String file) {
        Api.Reply reply = take(CSV, file, "", ALL);

        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/line").asInt()).isPositive();
    }

    @Test
    void theStatusOfQuestionsThatNameNoneIsAParameter() {
        String file = "questions: [{id: %s, text: Why?, modelAnswer: So.}]";

        take(YAML, file.formatted("import-draft"), "", ALL);
        take(YAML, file.formatted("import-ready"), "?status=PUBLISHED", ALL);

        assertThat(api.get("/v1/questions/import-draft", with(ALL)).at("/status"))
                .isEqualTo("DRAFT");
        assertThat(api.get("/v1/questions/import-ready", with(ALL)).at("/status"))
                .isEqualTo("PUBLISHED");
        assertThat(take(YAML, file.formatted("x"), "?status=DONE", ALL).status()).isEqualTo(400);
    }

    @Test
    void aFileThatNamesNoStatusTakesNothingOutOfForce() {
        String file =
                """
                questions:
                  - {id: in-force, text: Why?, modelAnswer: So.}
                """;
        take(YAML, file, "?status=PUBLISHED", ALL);

        Api.Reply again = take(YAML, file, "", ALL);
        Api.Reply asked = take(YAML, file, "?status=DRAFT", ALL);

        assertThat(again.text()).isEqualTo("{\"created\":0,\"updated\":0,\"unchanged\":1}");
        assertThat(asked.text()).isEqualTo("{\"created\":0,\"updated\":1,\"unchanged\":0}");
    }

    @Test
    void aChangedQuestionGetsANewVersionAndOthersStay() {
        String file =
                """
                \uFEFFquestions:
                  - {id: same, text: Why?, modelAnswer: So.}
                  - {id: other, text: Why?, modelAnswer: So.}
                """;
        take(YAML, file, "", ALL);

        Api.Reply report =
                take(YAML, file.replace("other, text: Why", "other, text: How"), "", ALL);

        assertThat(report.text()).isEqualTo("{\"created\":0,\"updated\":1,\"unchanged\":1}");
        assertThat(api.get("/v1/questions/other", with(ALL)).headers().getETag())
                .isEqualTo("\"2\"");
        assertThat(api.get("/v1/questions/same", with(ALL)).headers().getETag()).isEqualTo("\"1\"");
    }

    @Test
    void anExportHoldsOnlyWhatIsChosen() {
        String file = "questions: [{id: %s, text: Why?, modelAnswer: So., category: %s}]";
        take(YAML, file.formatted("chosen", "chosen"), "", ALL);
        take(YAML, file.formatted("left-out", "other"), "", ALL);

        Api.Reply reply =
                api.get("/v1/questions/export?category=chosen", with(ALL, "Accept", "*/*"));

        assertThat(reply.headers().getFirst("Content-Type")).startsWith(YAML);
        assertThat(reply.text()).contains("chosen").doesNotContain("left-out");
        assertThat(api.get("/v1/questions/export?level=HARD", with(ALL)).status()).isEqualTo(400);
    }

    @Test
    void refusesASourceThatIsNotThereAndAFileOfAnotherType() {
        String path = "/v1/questions/import";

        assertThat(api.send(HttpMethod.POST, path + "?source=../..", "", with(ALL)).status())
                .isEqualTo(400);
        assertThat(api.send(HttpMethod.POST, path, "{}", with(ALL)).status()).isEqualTo(415);
        assertThat(take(YAML, "", "", ALL).status()).isEqualTo(400);
    }

    private String export(String type, String key) {
        Api.Reply reply = api.get("/v1/questions/export", with(key, "Accept", type));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.headers().getFirst("Content-Type")).startsWith(type);
        return reply.text();
    }

    private Api.Reply take(String type, String file, String query, String key) {
        return api.send(
                HttpMethod.POST,
                "/v1/questions/import" + query,
                file,
                with(key, "Content-Type", type));
    }
}
