package io.evenhand.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.platform.vault.SealedTable;
import io.evenhand.platform.vault.Vault;
import io.evenhand.support.Api;
import io.evenhand.support.DatabaseScan;
import io.evenhand.support.KeyedApiTestBase;
import io.evenhand.support.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a candidate sees by a link, what nobody sees there, and what an appeal does. */
class CandidatePageTests extends KeyedApiTestBase {

    private static final String REASON = "You read <b>noise</b> as voice; wombat, I wrote noise.";

    private static final String BODY =
            """
            {"question": {"text": "What is overfitting?", "modelAnswer": "The curve follows each wiggle of its points.",
              "rubric": {"criteria": [{"id": "secret-id", "description": "Mentions that noise is learned by heart", "points": 4,
                "levels": [{"label": "nothing at all of it", "points": 0}, {"label": "all of it and more", "points": 4}]}]}},
             "answer": "It memorises the noise.", "candidateRef": "wombat-ref"}
            """;

    @Autowired JdbcClient jdbc;
    @Autowired Vault vault;
    @Autowired List<SealedTable> sealed;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("evenhand.candidate.tenants.rival.score", () -> "true");
        properties.add("evenhand.candidate.tenants.rival.contact", () -> "exams@rival.example");
        properties.add("evenhand.candidate.tenants.rival.notice.en", () -> "Our own words.");
        properties.add("evenhand.candidate.visits", () -> "100000");
    }

    @Test
    void showsFeedbackAndWhoDecidedAndNothingOfTheRubric() {
        Api.Reply page = api.get(path(ALL, graded(ALL)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("What is overfitting?", "It memorises the noise.", "Well said.")
                .contains("with a language model (AI)", "No person has looked at this grade")
                .contains("A person has the last word", "ask the organisation")
                .doesNotContain("wiggle", "learned by heart", "secret-id", "all of it and more")
                .doesNotContain("wombat-ref", "test-model", "Score:", "It says so.", "acme");
    }

    @Test
    void showsScoresAndOwnWordsWhereTheTenantSaysSo() {
        String page = api.get(path(RIVAL, graded(RIVAL))).text();

        assertThat(page)
                .contains("Score: 4 of 4", "Our own words.", "exams@rival.example")
                .doesNotContain("A person has the last word");
    }

    @Test
    void speaksTheLanguageOfTheBrowser() {
        String path = path(ALL, graded(ALL));

        assertThat(api.get(path, "Accept-Language", "fr, de;q=0.9, en;q=0.5").text())
                .contains("lang=\"de\"", "Das letzte Wort hat ein Mensch", "Einspruch erheben");
        assertThat(api.get(path, "Accept-Language", "fr").text()).contains("lang=\"en\"");
        assertThat(api.get(path + "?lang=de").text()).contains("Deine Antwort");
    }

    @Test
    void saysThatWhatIsProvisionalIsNotFinal() {
        model.will(assignment -> reactor.core.publisher.Mono.error(new IllegalStateException()));
        fallback.will(
                assignment ->
                        reactor.core.publisher.Mono.just(
                                io.evenhand.support.ScriptedGrader.allMet(assignment)));
        String page = api.get(path(ALL, graded(ALL))).text();

        assertThat(page).contains("Not final", "without a language model");
    }

    @Test
    void keepsToItself() {
        Api.Reply page = api.get(path(ALL, graded(ALL)), "Accept", "text/html");

        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().getFirst("Cache-Control")).contains("no-store");
        assertThat(page.headers().getFirst("X-Robots-Tag")).contains("noindex");
        assertThat(page.headers().get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script");
        assertThat(page.headers().get("Set-Cookie")).isNull();
        assertThat(page.text()).doesNotContain("<script", "style=");
    }

    @Test
    void knowsNoLinkThatWasForgedOrIsOver() {
        String id = graded(ALL);
        Api.Reply link =
                link(ALL, id, "{\"expiresAt\": \"" + clock.instant().plusSeconds(60) + "\"}");
        String path = URI.create(link.at("/url")).getPath();
        assertThat(api.get(path).status()).isEqualTo(200);
        for (int i = "/candidate/".length(); i < path.length(); i += 7) {
            char other = path.charAt(i) == 'A' ? 'B' : 'A';
            String forged = path.substring(0, i) + other + path.substring(i + 1);
            assertThat(api.get(forged).status()).as(forged).isEqualTo(404);
        }
        for (String none : List.of("x", "x.y", ".", path.substring(11) + "0", "%00.%00")) {
            assertThat(api.get("/candidate/" + none).status()).as(none).isEqualTo(404);
        }
        clock.advance(Duration.ofSeconds(61));
        Api.Reply over = api.get(path);
        assertThat(over.status()).isEqualTo(404);
        assertThat(over.text()).contains("This link does not work").doesNotContain("noise");
        assertThat(appeal(path, id, "1", REASON).status()).isEqualTo(404);
    }

    @Test
    void endsALinkAtOnceWhenItIsRevoked() {
        String id = graded(ALL);
        Api.Reply link = link(ALL, id, "");
        String path = URI.create(link.at("/url")).getPath();
        String links = "/v1/gradings/" + id + "/candidate-links";
        assertThat(api.get(links, with(GRADE)).text()).contains(link.id(), "url");
        assertThat(api.get(links, with(MANAGE)).status()).isEqualTo(403);
        assertThat(api.send(HttpMethod.DELETE, links + "/" + link.id(), "", with(RIVAL)).status())
                .isEqualTo(404);
        assertThat(api.get(path).status()).isEqualTo(200);

        assertThat(api.send(HttpMethod.DELETE, links + "/" + link.id(), "", with(ALL)).status())
                .isEqualTo(204);

        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesEndsThatAreNone() {
        String links = "/v1/gradings/" + graded(ALL) + "/candidate-links";
        for (String end : List.of("soon", "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
            Api.Reply reply =
                    api.send(HttpMethod.POST, links, "{\"expiresAt\": \"" + end + "\"}", with(ALL));
            assertThat(reply.status()).as(end).isEqualTo(422);
            assertThat(reply.at("/errors/0/pointer")).isEqualTo("/expiresAt");
        }
    }

    @Test
    void writesDownThatALinkWasUsedAndByWhomItWasMade() {
        String id = graded(ALL);
        api.get(path(ALL, id));
        clock.advance(Duration.ofSeconds(6));

        List<String> told =
                api.get("/v1/audit", with(ALL))
                        .text()
                        .lines()
                        .filter(line -> line.contains(id))
                        .toList();
        assertThat(told).anyMatch(line -> line.contains("LINK_MADE"));
        assertThat(told)
                .filteredOn(line -> line.contains("LINK_VIEWED"))
                .singleElement()
                .asString()
                .contains("\"actor\":\"link:")
                .doesNotContain("wombat");
    }

    @Test
    void takesOneAppealAgainstEachGradeAndSaysWhatCameOfIt() {
        String id = graded(ALL);
        String path = path(ALL, id);
        String version = version(id);
        assertThat(appeal(path, id, version, "Too short.").status()).isEqualTo(422);
        Api.Reply wrong = appeal(path, id, version, "x".repeat(2001));
        assertThat(wrong.text()).contains("20 to 2,000 characters, and had 2,001", "xxx");
        assertThat(appeal(path, id, "1", REASON).status()).as("changed since").isEqualTo(409);
        assertThat(appeal(path, graded(ALL), version, REASON).status())
                .as("another")
                .isEqualTo(409);

        assertThat(appeal(path, id, version, REASON).status()).isEqualTo(303);
        assertThat(appeal(path, id, version(id), REASON).status()).isEqualTo(409);

        Api.Reply grading = api.get("/v1/gradings/" + id, with(ALL));
        assertThat(grading.at("/status")).isEqualTo("NEEDS_REVIEW");
        assertThat(grading.json().at("/reviewReasons").toString()).isEqualTo("[\"APPEALED\"]");
        assertThat(api.get(path).text())
                .contains("Not final", "Nobody has decided on it yet", "&lt;b&gt;noise")
                .doesNotContain("<textarea", "<b>noise");
        decide(ALL, id, "2", "We counted it wrongly.");
        assertThat(api.get(path).text())
                .contains("A person decided", "the score was changed", "We counted it wrongly.")
                .doesNotContain("an internal note", "Not final")
                .contains("<textarea");
    }

    @Test
    void givesAnAppealAgainstAPersonToAnotherOne() {
        String id = graded(ALL);
        String path = path(ALL, id);
        decide(ALL, id, "2", "");
        appeal(path, id, version(id), REASON);
        assertThat(api.get("/v1/gradings/" + id, with(ALL)).at("/status")).isEqualTo("REVIEWED");
        assertThat(api.get(path).text()).contains("You have appealed", "Not final");

        assertThat(decide(ALL, id, "2", "").status()).isEqualTo(403);
        assertThat(decide(REVIEW, id, "2", "It stays.").status()).isEqualTo(303);

        assertThat(api.get(path).text())
                .contains("the score stays as it was", "It stays.", "<textarea")
                .doesNotContain("key:");
        assertThat(appeal(path, id, version(id), REASON).status()).isEqualTo(303);
        decide(ALL, id, "3", "");
        assertThat(api.get(path).text()).as("two appeals are all").doesNotContain("<textarea");
        assertThat(api.get("/v1/gradings/" + id + "/history", with(ALL)).text())
                .contains("APPEALED", "link:");
    }

    @Test
    void erasesAppealsAndLinksWithTheAnswer() {
        String body = BODY.replace("wombat-ref", "to-be-erased-too");
        String id = api.post(body, with(ALL)).id();
        String path = path(ALL, id);
        String reason = "Quokkaword, which stands nowhere else but in this appeal.";
        appeal(path, id, version(id), reason);
        decide(ALL, id, "2", "Quokkareply to them.");
        assertThat(DatabaseScan.raw(jdbc).placesOf("quokka")).isEmpty();
        DatabaseScan scan = DatabaseScan.opened(jdbc, vault, sealed);
        assertThat(scan.placesOf("quokkaword")).containsExactly("appeal.reason");
        assertThat(scan.placesOf("quokkareply")).isNotEmpty();

        api.send(HttpMethod.DELETE, "/v1/candidates/to-be-erased-too", "", with(ALL));

        assertThat(scan.placesOf("quokka")).isEmpty();
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void showsAllAnswersOfAnInterviewAndTheLevel() {
        String question =
                "{\"id\": \"of-page\", \"text\": \"What is noise?\", \"level\": \"BASIC\","
                        + " \"modelAnswer\": \"So.\", \"status\": \"PUBLISHED\"}";
        api.send(HttpMethod.POST, "/v1/questions", question, with(RIVAL));
        String interview =
                "{\"id\": \"page\", \"title\": \"Of noise\", \"passMark\": 60, \"questions\":"
                        + " [{\"id\": \"of-page\"}]}";
        api.send(HttpMethod.POST, "/v1/interviews", interview, with(RIVAL));
        api.post(
                "{\"questionId\": \"of-page\", \"answer\": \"It is so.\", \"candidateRef\": \"w-1\"}",
                with(RIVAL));
        String links = "/v1/interviews/page/candidates/w-1/candidate-links";
        assertThat(api.send(HttpMethod.POST, links, "", with(ALL)).status()).isEqualTo(404);

        Api.Reply link = api.send(HttpMethod.POST, links, "", with(RIVAL));

        assertThat(link.status()).as(link.text()).isEqualTo(201);
        String path = URI.create(link.at("/url")).getPath();
        assertThat(path).doesNotContain("w-1");
        assertThat(api.get(path).text())
                .contains("What is noise?", "It is so.", "Level that you reached: basic")
                .doesNotContain("w-1");
        api.send(HttpMethod.DELETE, "/v1/candidates/w-1", "", with(RIVAL));
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    private String graded(String key) {
        Api.Reply reply = api.post(BODY, with(key));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.id();
    }

    private Api.Reply link(String key, String id, String body) {
        String links = "/v1/gradings/" + id + "/candidate-links";
        Api.Reply reply = api.send(HttpMethod.POST, links, body, with(key));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private String path(String key, String id) {
        return URI.create(link(key, id, "").at("/url")).getPath();
    }

    private String version(String id) {
        return api.get("/v1/gradings/" + id, with(ALL)).headers().getETag().replace("\"", "");
    }

    /** As a browser sends it that has no cookie and no key. */
    private Api.Reply appeal(String path, String id, String version, String reason) {
        return new Visitor(api).post(path, "answer", id, "version", version, "reason", reason);
    }

    private Api.Reply decide(String key, String id, String points, String reply) {
        Visitor reader = new Visitor(api).bearer(key);
        reader.get("/review?tab=all", "Authorization", "Bearer " + key);
        return reader.post(
                "/review/items/" + id + "/decision",
                "version",
                version(id),
                "points-1",
                "other",
                "other-1",
                points,
                "reason",
                "an internal note",
                "reply",
                reply,
                "go",
                "stay");
    }
}
