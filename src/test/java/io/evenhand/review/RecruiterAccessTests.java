package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.KeyedApiTestBase;
import io.evenhand.support.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Whom the pages of interviews, uploads and questions let in, and what is written down of it. */
class RecruiterAccessTests extends KeyedApiTestBase {

    private final String id = "ours-" + UUID.randomUUID().toString().substring(0, 8);
    private String grading = "";
    private String batch = "";

    @BeforeEach
    void things() {
        made(
                "/v1/questions",
                """
                {"id": "%1$s", "status": "PUBLISHED", "text": "%1$s?", "modelAnswer": "So."}"""
                        .formatted(id));
        made(
                "/v1/interviews",
                """
                {"id": "%s", "title": "Of ours", "passMark": 60, "questions": [{"id": "%s"}]}"""
                        .formatted(id, id));
        grading =
                api.post(
                                """
                                {"questionId": "%s", "answer": "So.", "candidateRef": "jane-doe"}"""
                                        .formatted(id),
                                with(ALL))
                        .id();
        batch = api.send(HttpMethod.POST, "/v1/batches", "[" + Api.BODY + "]", with(ALL)).id();
    }

    private void made(String path, String body) {
        assertThat(api.send(HttpMethod.POST, path, body, with(ALL)).status()).isEqualTo(201);
    }

    private List<String> pages() {
        return List.of(
                "/interviews/" + id,
                "/interviews/" + id + "/candidates/" + grading,
                "/interviews/" + id + "/compare?with=" + grading + "&with=" + grading,
                "/interviews/" + id + "/results.csv",
                "/interviews/" + id + "/results.xlsx",
                "/uploads/" + batch,
                "/uploads/" + batch + "/progress",
                "/uploads/" + batch + "/events",
                "/uploads/" + batch + "/results.csv",
                "/uploads/new/template.csv?question=" + id,
                "/uploads/new/template.csv?interview=" + id,
                "/questions/" + id);
    }

    @Test
    void knowNothingOfAnotherTenant() {
        for (String page : pages()) {
            if (!page.endsWith("/events")) {
                assertThat(api.get(page, with(ALL)).status()).as(page).isEqualTo(200);
            }
            assertThat(api.get(page, with(RIVAL)).status()).as(page).isEqualTo(404);
        }
        for (String page : List.of("/interviews", "/uploads", "/questions?q=" + id)) {
            String one = page.replaceAll("\\?.*", "") + "/";
            assertThat(api.get(page, with(ALL)).text())
                    .as(page)
                    .containsAnyOf(one + id, one + batch);
            assertThat(api.get(page, with(RIVAL)).text())
                    .as(page)
                    .doesNotContain(one + id, one + batch);
        }
        assertThat(api.get("/review?tab=all&interview=" + id, with(RIVAL)).text())
                .doesNotContain(grading);
        Visitor rival = new Visitor(api).bearer(RIVAL);
        rival.get("/questions", "Authorization", "Bearer " + RIVAL);
        rival.get("/uploads", "Authorization", "Bearer " + RIVAL);
        for (String action :
                List.of(
                        "/uploads/" + batch + "/start",
                        "/uploads/" + batch + "/cancel",
                        "/questions/" + id + "/try")) {
            assertThat(rival.post(action, "answer", "So.").status()).as(action).isEqualTo(404);
        }
        assertThat(api.get("/v1/batches/" + batch, with(ALL)).at("/status"))
                .isNotEqualTo("CANCELLED");
    }

    @Test
    void areForThoseWhoMay() {
        for (String page : pages()) {
            boolean upload = page.startsWith("/uploads");
            boolean question = page.startsWith("/questions");
            assertThat(api.get(page).status()).as(page).isEqualTo(401);
            assertThat(api.get(page, with(REVIEW)).status() != 403).as(page).isEqualTo(!upload);
            assertThat(api.get(page, with(MANAGE)).status() != 403).as(page).isEqualTo(question);
            if (!page.endsWith("/events")) {
                assertThat(api.get(page, with(GRADE)).status() != 403).as(page).isEqualTo(upload);
            }
        }
    }

    @Test
    void areWrittenDown() {
        pages().stream()
                .filter(page -> !page.endsWith("/events"))
                .forEach(page -> api.get(page, with(ALL)));
        api.get("/interviews/jane-doe-of-nowhere", with(ALL));
        clock.advance(Duration.ofSeconds(6));
        String audit = api.get("/v1/audit", with(MANAGE)).text();

        for (String line :
                List.of(
                        "\"INTERVIEW_VIEWED\",\"subject\":\"" + id,
                        "\"CANDIDATE_VIEWED\",\"subject\":\"" + grading,
                        "\"RESULTS_EXPORTED\",\"subject\":\"" + id,
                        "\"BATCH_VIEWED\",\"subject\":\"" + batch,
                        "\"RESULTS_EXPORTED\",\"subject\":\"" + batch)) {
            assertThat(audit).contains(line);
        }
        assertThat(audit).doesNotContain("jane-doe");
        assertThat(audit.lines().filter(line -> line.contains(grading))).hasSize(3);
    }
}
