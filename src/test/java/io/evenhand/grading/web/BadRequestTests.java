package io.evenhand.grading.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What cannot be graded is refused with a problem that says what to mend, and why. */
@ExtendWith(OutputCaptureExtension.class)
class BadRequestTests extends ApiTestBase {

    private static final String QUESTION =
            "\"question\": {\"text\": \"Why?\", \"modelAnswer\": \"So.\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"answer": 5}                               | /answer
                    {"answer": ["a"]}                           | /answer
                    {"question": "text"}                        | /question
                    {"question": {"text": true}}                | /question/text
                    {"question": {"points": "ten"}}             | /question/points
                    {"question": {"points": "10"}}              | /question/points
                    {"question": {"rubric": {"criteria": {}}}}  | /question/rubric/criteria
                    {"question": {"rubric": {"criteria": [1]}}} | /question/rubric/criteria/0
                    {"question": {"rubric": {"criteria": [{"required": "yes"}]}}} | /question/rubric/criteria/0/required
                    {"questionVersion": 1.5}                    | /questionVersion
                    {"questionVersion": 99999999999}            | /questionVersion
                    {"redact": "Jane"}                          | /redact
                    {"redact": [1]}                             | /redact/0
                    """)
    void pointsToWhatHasTheWrongJsonType(String body, String pointer) {
        Api.Reply reply = refused(api.post(body), 400, "MALFORMED_BODY");

        assertThat(pointers(reply)).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "{\"answer\": \"a\",}",
                "{\"answer\": \"a\"} {}",
                "[]",
                "null",
                "\"text\"",
                "{\"answer\": \"a\", \"answer\": \"b\"}",
                "{\"answer\": 'a'}",
                "{\"answer\": NaN}"
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        refused(api.post(body), 400, "MALFORMED_BODY");
    }

    @Test
    void refusesAnEmptyBody() {
        refused(
                api.send(HttpMethod.POST, "/v1/gradings", "", "Content-Type", "application/json"),
                400,
                "MALFORMED_BODY");
    }

    @Test
    void pointsAtTheNameThatIsTooLongToMask() {
        String names = "\"redact\": [\"%s\", \"%s\"],".formatted("a".repeat(200), "a".repeat(201));

        Api.Reply reply = refused(api.post(Api.bodyWith(names)), 422, "VALIDATION_FAILED");

        assertThat(pointers(reply)).containsExactly("/redact/1");
    }

    @Test
    void looksAtNoneOfTooManyNames() {
        String names = "\"redact\": [" + "\"\",".repeat(200) + "\"\"],";

        Api.Reply reply = refused(api.post(Api.bodyWith(names)), 422, "VALIDATION_FAILED");

        assertThat(pointers(reply)).containsExactly("/redact");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Api.Reply reply =
                refused(
                        api.post(
                                """
                                {"question": {"text": " ", "kind": "RIDDLE", "passMark": 101, "extra": 1,
                                  "rubric": {"criteria": [
                                    {"id": "a", "description": "d", "points": 0},
                                    {"id": "a", "description": "d", "points": -1, "partial": true}]}},
                                 "questionId": "q", "questionVersion": 1, "unknown": {"x": [1]},
                                 "candidateRef": " ", "language": "no language", "redact": [""],
                                 "metadata": [1]}"""),
                        422,
                        "VALIDATION_FAILED");

        assertThat(pointers(reply))
                .contains(
                        "/question/text",
                        "/question/kind",
                        "/question/passMark",
                        "/question/extra",
                        "/question/rubric/criteria/0/points",
                        "/question/rubric/criteria/1/id",
                        "/question/rubric/criteria/1/partial",
                        "/questionId",
                        "/unknown",
                        "/answer",
                        "/candidateRef",
                        "/language",
                        "/redact/0",
                        "/metadata");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"x": 1, "answer": ""}                                | /x
                    {"answer": "", "x": {"y": [1]}}                       | /x
                    {"answer": "", "x": [], "question": {"text": "Why?"}} | /x
                    {"question": {"x": {"y": 1}, "text": "Why?"}}         | /question/x
                    {"question": {"rubric": {"criteria": [{"id": "a"}, {"x/~y": [1], "id": "b"}]}}} | /question/rubric/criteria/1/x~1~0y
                    """)
    void pointsToUnknownFieldsWhereverTheyStand(String body, String pointer) {
        Api.Reply reply = refused(api.post(body), 422, "VALIDATION_FAILED");

        assertThat(reply.json().at("/errors").valueStream())
                .filteredOn(
                        e -> e.at("/message").asString().equals("is not a field of this object"))
                .extracting(e -> e.at("/pointer").asString())
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"answer": "a"}                                                | /question
                    {"question": {"text": "Why?"}, "answer": "a"}                  | /question
                    {"questionId": "no-such-question", "answer": "a"}              | /questionId
                    {"questionId": "no-such", "questionVersion": 3, "answer": "a"} | /questionId
                    {"questionId": "a\\u0000b", "answer": "a"}                     | /questionId
                    {"question": {"text": "Why?", "modelAnswer": "So.", "points": 1e999999999}, "answer": "a"}   | /question/points
                    {"question": {"text": "Why?", "modelAnswer": "So.", "points": 1e-999999999}, "answer": "a"}  | /question/points
                    {"question": {"text": "Why?", "modelAnswer": "So.", "passMark": 1e-999999999}, "answer": "a"} | /question/passMark
                    {"question": {"text": "Why?", "modelAnswer": "So.", "rubric": {"criteria": []}}, "answer": "a"} | /question/rubric/criteria
                    {"question": {"text": "Why?", "modelAnswer": "So."}, "answer": "a", "candidateRef": "a\\u0000b"} | /candidateRef
                    """)
    void namesWhatIsNotValid(String body, String pointer) {
        Api.Reply reply = refused(api.post(body), 422, "VALIDATION_FAILED");

        assertThat(pointers(reply)).containsExactly(pointer);
    }

    @Test
    void refusesAnAnswerBeyondTheLimitAndTakesOneAtIt() {
        Api.Reply tooLong = api.post(Api.body("x".repeat(20_001)));
        refused(tooLong, 413, "ANSWER_TOO_LONG");
        assertThat(pointers(tooLong)).containsExactly("/answer");

        assertThat(api.post(Api.body("x".repeat(20_000))).status()).isEqualTo(200);
        assertThat(api.post(Api.body("\ud83d\ude00".repeat(10_000))).status()).isEqualTo(200);
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        refused(api.post(Api.body("x".repeat(5 * 1024 * 1024))), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refusesAnotherContentType() {
        refused(api.post(Api.BODY, "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void namesTheMethodsOfAnAddress() {
        Api.Reply reply =
                refused(
                        api.send(HttpMethod.PUT, "/v1/gradings", Api.BODY),
                        405,
                        "METHOD_NOT_ALLOWED");

        assertThat(reply.headers().getAllow())
                .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.POST);
    }

    @Test
    void refusesToAnswerInAnotherMediaType() {
        refused(api.post(Api.BODY, "Accept", "application/xml"), 406, "NOT_ACCEPTABLE");
        refused(api.get("/v1/gradings", "Accept", "text/csv"), 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/nothing", "/v1/gradings/a;b", "/v1//gradings"})
    void knowsNoOtherAddresses(String path) {
        refused(api.get(path), 404, "NOT_FOUND");
    }

    @Test
    void refusesJsonThatIsNestedBeyondReason() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        refused(
                api.post(
                        "{"
                                + QUESTION
                                + ", \"answer\": \"a\", \"metadata\": {\"x\": "
                                + deep
                                + "}}"),
                400,
                "MALFORMED_BODY");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = Api.body("Müll").getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogate =
                Api.body("x")
                        .replace("\"x\"", "\"\u00ed\u00a0\u0080\"")
                        .getBytes(StandardCharsets.ISO_8859_1);

        for (byte[] body : List.of(latin, surrogate)) {
            refused(
                    api.send(HttpMethod.POST, "/v1/gradings", headers -> {}, body),
                    400,
                    "MALFORMED_BODY");
        }
    }

    @Test
    void pointsToHalfCharacters() {
        Api.Reply reply =
                refused(
                        api.post(
                                "{"
                                        + QUESTION
                                        + ", \"answer\": \"a\\ud800b\","
                                        + " \"metadata\": {\"k\": [\"\\udc00\"]}}"),
                        400,
                        "MALFORMED_BODY");

        assertThat(pointers(reply)).containsExactly("/answer", "/metadata/k/0");
    }

    @Test
    void refusesAKeyThatIsNone() {
        Api.Reply blank = api.post(Api.BODY, "Idempotency-Key", "k".repeat(256));

        refused(blank, 400, "INVALID_PARAMETER");
        assertThat(blank.at("/errors/0/parameter")).isEqualTo("Idempotency-Key");
    }

    @Test
    void neverEchoesAnAnswerAndLogsTheTraceId(CapturedOutput log) {
        List<Api.Reply> replies =
                List.of(
                        api.post(Api.body("Secret Answer").replace("4}", "\"Secret Answer\"}")),
                        api.post("{\"answer\": \"Secret Answer"),
                        api.post("{\"Secret Answer\": 1}"),
                        api.post(
                                "{\"questionId\": \"Secret Answer\", \"answer\": \"Secret Answer\"}"));

        for (Api.Reply reply : replies) {
            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.at("/traceId")).matches("[0-9a-f]{32}");
            assertThat(log.getAll()).contains(reply.at("/traceId"));
        }
        assertThat(replies.get(0).text() + replies.get(1).text() + replies.get(3).text())
                .doesNotContain("Secret");
        assertThat(log.getAll()).doesNotContain("Secret");
    }

    @Test
    void tellsAFaultOfItsOwnWithoutWhatItSays(CapturedOutput log) {
        faults.failNext("add");

        Api.Reply reply = refused(api.post(Api.BODY), 500, "INTERNAL");

        assertThat(reply.text()).doesNotContain("noise");
        assertThat(log.getAll()).contains(reply.at("/traceId"), "IllegalStateException");
        assertThat(log.getAll()).doesNotContain("noise");
    }

    private static Api.Reply refused(Api.Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.headers().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode json = reply.json();
        assertThat(json.at("/code").asString()).isEqualTo(code);
        assertThat(json.at("/type").asString())
                .isEqualTo("urn:evenhand:problem:" + code.toLowerCase().replace('_', '-'));
        assertThat(json.at("/status").asInt()).isEqualTo(status);
        assertThat(json.at("/title").asString()).isNotBlank();
        assertThat(json.at("/traceId").asString()).matches("[0-9a-f]{32}");
        return reply;
    }

    private static List<String> pointers(Api.Reply reply) {
        return reply.json()
                .at("/errors")
                .valueStream()
                .map(error -> error.at("/pointer").asString())
                .toList();
    }
}
