package io.evenhand.interviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import io.evenhand.support.ScriptedGrader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What candidates' answers come to over an interview, from one to many and as files. */
class ResultsApiTests extends KeyedApiTestBase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private InterviewFixture fixture;

    @BeforeEach
    void fillTheBank() {
        fixture = new InterviewFixture(api, with(ALL));
        fixture.question("r-easy", "BASIC", "counting", "sums");
        fixture.question("r-hard", "EXPERT", "sums");
        fixture.openQuestion("r-open", "INTERMEDIATE", "writing");
    }

    @Test
    void aCandidatesResultIsThatOfTheNewestAnswers() {
        fixture.add("newest", 60, "r-easy", "r-hard*3");
        fixture.answer("c-new", "r-easy", "42");
        fixture.answer("c-new", "r-hard", "42");
        String last = fixture.answer("c-new", "r-hard", "43").id();

        JsonNode result = fixture.get("/v1/interviews/newest/candidates/c-new");

        assertThat(result.at("/outcome").asString()).isEqualTo("FAILED");
        assertThat(result.at("/certain").asBoolean()).isTrue();
        assertThat(result.at("/percentage").decimalValue()).isEqualByComparingTo("25.0");
        assertThat(result.at("/levelReached").asString()).isEqualTo("BASIC");
        assertThat(result.at("/questions/1/gradingId").asString()).isEqualTo(last);
        assertThat(result.at("/questions/1/level").asString()).isEqualTo("EXPERT");
        assertThat(result.at("/skills").valueStream())
                .extracting(s -> s.at("/skill").asString() + " " + s.at("/percentage"))
                .containsExactly("counting 100.0", "sums 25.0");
        assertThat(result.at("/toCome")).isEmpty();
        assertThat(result.toString()).doesNotContain("\"43\"");
    }

    @Test
    void aVersionOfTheInterviewCountsByItsOwnWeights() {
        fixture.add("reweighted", 60, "r-easy", "r-hard");
        fixture.answer("c-weights", "r-easy", "42");
        fixture.answer("c-weights", "r-hard", "0");
        api.send(
                HttpMethod.PUT,
                "/v1/interviews/reweighted",
                InterviewFixture.interview("reweighted", 60, "r-easy*3", "r-hard"),
                with(ALL, "If-Match", "*"));
        String path = "/v1/interviews/reweighted/candidates/c-weights";

        assertThat(fixture.get(path).at("/percentage").asDouble()).isEqualTo(75);
        assertThat(fixture.get(path).at("/interviewVersion").asInt()).isEqualTo(2);
        assertThat(fixture.get(path + "?version=1").at("/percentage").asDouble()).isEqualTo(50);
    }

    @Test
    void provisionalUngradedAndUnansweredAreNamedAndNoZero() {
        fixture.openQuestion("r-story", "BASIC", "writing");
        fixture.add("pending", 60, "r-easy", "r-open", "r-story", "r-hard");
        fixture.answer("c-pend", "r-easy", "42");
        model.will(any -> Mono.just(ScriptedGrader.unavailable(FallbackReason.MODELS_EXHAUSTED)));
        fixture.answer("c-pend", "r-open", "It fits noise, I think.");
        fallback.will(any -> Mono.just(new Outcome.Declined(UngradedReason.NEEDS_MODEL)));
        fixture.answer("c-pend", "r-story", "Once I did.");

        JsonNode result = fixture.get("/v1/interviews/pending/candidates/c-pend");

        assertThat(result.at("/outcome").asString()).isEqualTo("OPEN");
        assertThat(result.at("/percentage").asDouble()).isEqualTo(75);
        assertThat(result.at("/percentageRange/min").asDouble()).isBetween(25.0, 37.5);
        assertThat(result.at("/percentageRange/max").asDouble()).isBetween(87.5, 100.0);
        assertThat(result.at("/toCome").valueStream())
                .extracting(
                        q ->
                                q.at("/questionId").asString()
                                        + " "
                                        + q.at("/status").asString()
                                        + " "
                                        + q.at("/reason").asString(""))
                .containsExactly(
                        "r-open PROVISIONAL ",
                        "r-story UNGRADED NEEDS_MODEL",
                        "r-hard UNANSWERED ");
        assertThat(result.at("/questions/2/percentage").isNull()).isTrue();
        assertThat(result.at("/levels/0/reached").isNull()).isTrue();
    }

    @Test
    void whatAPersonShouldLookAtIsListedUntilSomebodyDecided() {
        model.will(task -> Mono.just(ScriptedGrader.silent(task, "a")));
        Api.Reply graded = api.post(twoCriteria(), with(ALL));
        assertThat(graded.at("/status")).as(graded.text()).isEqualTo("NEEDS_REVIEW");
        String path = "/v1/interviews/twofold/candidates/c-look";

        JsonNode before = fixture.get(path);
        assertThat(before.at("/toReview/0/gradingId").asString()).isEqualTo(graded.id());
        assertThat(before.at("/toReview/0/reasons").toString()).contains("ABSTAINED");
        assertThat(before.at("/certain").asBoolean()).isFalse();

        Api.Reply grading = api.get("/v1/gradings/" + graded.id(), with(ALL));
        Api.Reply review =
                api.send(
                        HttpMethod.POST,
                        "/v1/gradings/" + graded.id() + "/review",
                        "{\"criteria\": [{\"id\": \"a\", \"points\": 2}, {\"id\": \"b\","
                                + " \"points\": 2}], \"reason\": \"Read it.\"}",
                        with(ALL, "If-Match", grading.headers().getETag()));
        assertThat(review.status()).as(review.text()).isEqualTo(200);

        JsonNode after = fixture.get(path);
        assertThat(after.at("/toReview")).isEmpty();
        assertThat(after.at("/percentage").asDouble()).isEqualTo(100);
        assertThat(after.at("/certain").asBoolean()).isTrue();
        assertThat(after.at("/outcome").asString()).isEqualTo("PASSED");
    }

    /** A question of two criteria in an interview of its own, and an answer to it. */
    private String twoCriteria() {
        api.send(
                HttpMethod.POST,
                "/v1/questions",
                """
                {"id": "r-twofold", "status": "PUBLISHED", "text": "Why?", "rubric": {"criteria": [
                  {"id": "a", "description": "One", "points": 2},
                  {"id": "b", "description": "Two", "points": 2}]}}""",
                with(ALL));
        fixture.add("twofold", 60, "r-twofold");
        return "{\"questionId\": \"r-twofold\", \"answer\": \"One and two.\", \"candidateRef\":"
                + " \"c-look\"}";
    }

    @Test
    void answersOfABatchCountLikeOthers() {
        fixture.add("batched", 60, "r-easy");
        String line =
                "[{\"questionId\": \"r-easy\", \"answer\": \"42\", \"candidateRef\": \"c-batch\"}]";

        assertThat(api.send(HttpMethod.POST, "/v1/batches", line, with(ALL)).status())
                .isEqualTo(202);

        JsonNode queued = fixture.get("/v1/interviews/batched/candidates/c-batch");
        assertThat(queued.at("/outcome").asString()).isIn("OPEN", "PASSED");
        assertThat(queued.at("/questions/0/status").asString()).isIn("QUEUED", "GRADING", "GRADED");
    }

    @Test
    void theCandidatesOfAnInterviewComeInPages() {
        fixture.question("r-listed", "BASIC");
        fixture.add("listed", 60, "r-listed");
        for (String candidate : List.of("l-3", "l-1", "l-2")) {
            fixture.answer(candidate, "r-listed", "42");
        }
        fixture.answer("l-elsewhere", "r-easy", "42");

        Api.Reply page = api.get("/v1/interviews/listed/candidates?limit=2&version=1", with(ALL));

        assertThat(page.json().at("/items").valueStream())
                .extracting(item -> item.at("/candidateRef").asString())
                .containsExactly("l-1", "l-2");
        assertThat(page.at("/items/0/outcome")).isEqualTo("PASSED");
        String next = page.headers().getFirst("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(next).contains("version=1");
        Api.Reply last = api.get(next, with(ALL));
        assertThat(last.json().at("/items")).hasSize(1);
        assertThat(last.at("/items/0/candidateRef")).isEqualTo("l-3");
        assertThat(last.json().at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void candidatesStandSideBySideInTheOrderAskedFor() {
        fixture.add("compared", 60, "r-easy", "r-hard");
        fixture.answer("c/slash", "r-easy", "42");
        fixture.answer("c,comma", "r-easy", "0");
        fixture.answer("c,comma", "r-hard", "42");
        String path = "/v1/interviews/compared/comparison";

        JsonNode both = fixture.get(path + "?candidate=c,comma&candidate=c%2Fslash");

        assertThat(both.at("/candidates").valueStream())
                .extracting(
                        c -> c.at("/candidateRef").asString() + " " + c.at("/outcome").asString())
                .containsExactly("c,comma FAILED", "c/slash OPEN");
        assertThat(both.at("/questions/1/marks").valueStream())
                .extracting(m -> m.at("/status").asString() + " " + m.at("/percentage"))
                .containsExactly("GRADED 100.0", "UNANSWERED null");
        assertThat(both.at("/skills/0/marks/1/complete").asBoolean()).isTrue();
        assertThat(both.at("/skills/1/marks/1/complete").asBoolean()).isFalse();
        for (String wrong : List.of("", "?candidate=a&candidate=a", many())) {
            assertThat(api.get(path + wrong, with(ALL)).at("/errors/0/parameter"))
                    .isEqualTo("candidate");
        }
        Api.Reply unknown = api.get(path + "?candidate=c,comma&candidate=no-one", with(ALL));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/errors/0/message")).startsWith("number 2").doesNotContain("no-one");
    }

    private static String many() {
        return "?candidate=x" + "&candidate=y%d".repeat(20).formatted((Object[]) numbers());
    }

    private static Integer[] numbers() {
        return java.util.stream.IntStream.range(0, 20).boxed().toArray(Integer[]::new);
    }

    @Test
    void aCandidateWithoutAnAnswerIsNotFound() {
        fixture.add("empty", 60, "r-easy");

        assertThat(api.get("/v1/interviews/empty/candidates/nobody", with(ALL)).status())
                .isEqualTo(404);
    }

    @Test
    void aFileHoldsEveryCandidateAndNoFormula() throws IOException {
        fixture.question("r-filed", "BASIC", "=skill");
        fixture.add("filed", 60, "r-filed");
        for (String candidate : List.of("=1+1", "@cmd", "-5", "+4", "plain \uD83E\uDD16 <&>\"")) {
            fixture.answer(candidate, "r-filed", "42");
        }
        fixture.answer("wrong", "r-filed", "0");

        String csv = text("text/csv");
        JsonNode json = fixture.get("/v1/interviews/filed/results");
        String sheet = xlsx("xl/worksheets/sheet1.xml");

        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("candidateRef,outcome,certain,percentage,")
                .endsWith(",r-filed %,r-filed status,skill =skill %");
        assertThat(csv.lines()).hasSize(7);
        assertThat(csv)
                .contains("'=1+1,PASSED,true,100.0,100.0,100.0,BASIC,1,1,0,0,100.0,GRADED,100.0")
                .contains("wrong,FAILED,true,0.0,")
                .doesNotContainPattern("(^|[,\\n])\"?[=+\\-@\\t]");
        assertThat(json).hasSize(6);
        assertThat(json.valueStream())
                .extracting(c -> c.at("/candidateRef").asString())
                .contains("=1+1", "plain \uD83E\uDD16 <&>\"");
        assertThat(sheet)
                .contains("&apos;=1+1")
                .contains("plain")
                .contains("<v>100.0</v>")
                .doesNotContain("<f>");
        assertThat(sheet.split("<row ")).hasSize(8);
    }

    @Test
    void aFileOfMoreCandidatesThanAPageMissesNobody() {
        fixture.question("r-many", "BASIC");
        fixture.add("crowd", 60, "r-many");
        for (int n = 0; n < 205; n++) {
            fixture.answer("crowd-" + n, "r-many", n % 2 == 0 ? "42" : "0");
        }

        JsonNode all = fixture.get("/v1/interviews/crowd/results");

        assertThat(all.valueStream().map(c -> c.at("/candidateRef").asString()).distinct())
                .hasSize(205);
        assertThat(all.valueStream().filter(c -> c.at("/outcome").asString().equals("PASSED")))
                .hasSize(103);
    }

    private String text(String type) {
        Api.Reply reply = api.get("/v1/interviews/filed/results", with(ALL, "Accept", type));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(MediaType.parseMediaType(type).includes(reply.headers().getContentType()))
                .isTrue();
        assertThat(reply.headers().getFirst("Content-Disposition")).contains("filed.csv");
        return reply.text();
    }

    /** One part of the workbook, which a zip of XML is. */
    private String xlsx(String part) throws IOException {
        byte[] file =
                api.webClient()
                        .get()
                        .uri("/v1/interviews/filed/results")
                        .header("Authorization", "Bearer " + REVIEW)
                        .header("Accept", FileFormat.XLSX)
                        .retrieve()
                        .bodyToMono(byte[].class)
                        .block(PATIENCE);
        Path path = Files.write(folder.resolve("filed.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
