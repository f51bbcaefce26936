package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Evidence;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                        "GRADED",
                        "Well said.",
                        "test-model");
    }

    @Test
    void tellWhyAGradeIsProvisional() {
        model.reset();

        assertThat(api.get("/gradings/" + api.post(Api.BODY).id()).text())
                .contains("no model configured", "PROVISIONAL");
    }

    @Test
    void showWhatHasNoGradeYet() {
        model.will(assignment -> reactor.core.publisher.Mono.never());
        String id = api.post(Api.BODY, "Prefer", "respond-async").id();

        assertThat(api.get("/gradings/" + id).text())
                .contains("GRADING", "It memorises the noise.");
        assertThat(api.get("/").text()).contains(id);
        api.send(org.springframework.http.HttpMethod.DELETE, "/v1/gradings/" + id, "");
    }

    @Test
    void knowNoOtherGrading() {
        assertThat(api.get("/gradings/01JD0000000000000000000000").status()).isEqualTo(404);
        assertThat(api.get("/gradings/nonsense").status()).isEqualTo(404);
    }

    @Test
    void cutTheAnswerWhereEvidenceBeginsAndEnds() {
        List<Evidence> evidence = List.of(new Evidence("b c", 2, 5), new Evidence("c d", 4, 7));

        assertThat(Highlight.of("a b c d e", evidence))
                .containsExactly(
                        new Highlight("a ", false),
                        new Highlight("b ", true),
                        new Highlight("c", true),
                        new Highlight(" d", true),
                        new Highlight(" e", false));
        assertThat(Highlight.of("", List.of())).isEmpty();
    }
}
