package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** The recruiters' pages show what candidates wrote and run none of it. */
class PageTests extends ApiTestBase {

    private static final String HOSTILE = "<script>alert('noise')</script><img src=x onerror=y>";

    @Test
    void showHostileTextAsText() {
        String question = "What is <b>overfitting</b>?";
        String id = api.post(Api.body(HOSTILE).replace("What is overfitting?", question)).id();

        for (String path : List.of("/", "/gradings/" + id)) {
            Api.Reply page = api.get(path, "Accept", "text/html");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers().getContentType().toString()).startsWith("text/html");
            assertThat(page.text())
                    .contains("&lt;script&gt;alert(", "What is &lt;b&gt;overfitting")
                    .doesNotContain("<script>alert", "<img src=x", "<b>overfitting");
        }
    }

    @Test
    void allowNoScriptButTheirOwn() {
        for (String path : List.of("/", "/gradings/" + api.post(Api.BODY).id())) {
            Api.Reply page = api.get(path);
            assertThat(page.headers().getFirst("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.text()).doesNotContain("style=", "onclick", "<script");
        }
    }

    @Test
    void highlightTheEvidence() {
        String page = api.get("/gradings/" + api.post(Api.BODY).id()).text();

        assertThat(page)
                .contains(
                        "<mark>It memorises the noise.</mark>",
                        ">graded</span>",
                        "Well said.",
                        "test-model");
    }

    @Test
    void leadToEveryOtherPage() {
        for (String path : List.of("/", "/gradings/" + api.post(Api.BODY).id())) {
            assertThat(api.get(path).text())
                    .contains("href=\"/review\"", "href=\"/interviews\"", "href=\"/questions\"")
                    .contains("href=\"/uploads\"", "href=\"/review/agreement\"");
        }
    }

    @Test
    void sayWhatACriterionAsksForAndNotOnlyItsName() {
        String id = api.post(Api.BODY).id();

        assertThat(api.get("/gradings/" + id).text())
                .contains("Says noise", "href=\"/review/items/" + id + "\"");
    }

    @Test
    void nameThePersonWhoseDecisionItIsAndNotTheMachine() {
        Api.Reply graded = api.post(Api.BODY);
        String decision = "{\"criteria\": [{\"id\": \"noise\", \"points\": 1}]}";
        String etag = graded.headers().getETag();
        api.send(
                HttpMethod.POST,
                "/v1/gradings/" + graded.id() + "/review",
                decision,
                "If-Match",
                etag);

        assertThat(api.get("/").text()).contains("<td class=\"soft\">a person</td>");
    }

    @Test
    void tellWhyAGradeIsProvisional() {
        model.reset();

        assertThat(api.get("/gradings/" + api.post(Api.BODY).id()).text())
                .contains("no model configured", ">provisional</span>");
    }

    @Test
    void showWhatHasNoGradeYet() {
        model.will(assignment -> reactor.core.publisher.Mono.never());
        String id = api.post(Api.BODY, "Prefer", "respond-async").id();

        assertThat(api.get("/gradings/" + id).text())
                .contains(">grading</span>", "It memorises the noise.");
        assertThat(api.get("/").text()).contains(id);
        api.send(HttpMethod.DELETE, "/v1/gradings/" + id, "");
    }

    @Test
    void knowNoOtherGrading() {
        assertThat(api.get("/gradings/01JD0000000000000000000000").status()).isEqualTo(404);
        assertThat(api.get("/gradings/nonsense").status()).isEqualTo(404);
    }

    @Test
    void cutTheAnswerWhereEvidenceAndFlagsBeginAndEnd() {
        assertThat(
                        new Stretches("a b c d e")
                                .evidence(1, 2, 5)
                                .evidence(2, 4, 7)
                                .flag("score string", 8, 9)
                                .flag("off topic", 0, 9)
                                .cut())
                .containsExactly(
                        new Stretch("a ", List.of(), List.of(), false, false),
                        new Stretch("b ", List.of(1), List.of(), true, false),
                        new Stretch("c", List.of(1, 2), List.of(), true, false),
                        new Stretch(" d", List.of(2), List.of(), false, false),
                        new Stretch(" ", List.of(), List.of(), false, false),
                        new Stretch("e", List.of(), List.of("score string"), true, false));
        assertThat(new Stretches("").cut()).isEmpty();
    }

    @Test
    void showCharactersThatCannotBeSeen() {
        assertThat(new Stretches("ab\u202Ecd\n").cut())
                .containsExactly(
                        new Stretch("ab", List.of(), List.of(), false, false),
                        new Stretch("U+202E", List.of(), List.of(), false, true),
                        new Stretch("cd\n", List.of(), List.of(), false, false));
    }
}
