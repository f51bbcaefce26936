package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.Axe;
import io.evenhand.support.Browser;
import io.evenhand.support.ScriptedGrader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/** What a reviewer sees, and what nobody can do to them. */
class WorkbenchTests extends ReviewBrowserTestBase {

    @Test
    void letsTheFirstOfTwoDecideAndTellsTheOther() {
        String id = answer("It memorises the noise.");
        show(plain, id);
        show(scripted, id);
        assertThat(text(scripted)).contains("local, in another browser, has this answer open");

        choose(scripted, 1, "0");
        choose(plain, 2, "1.5");
        button(plain, "a").click();
        button(scripted, "a").click();

        awaitText(scripted, "local decided meanwhile. Yours was not stored");
        assertThat(stored(id).at("/score")).isEqualTo("3.50");
        assertThat(stored(id).at("/revision")).isEqualTo("2");
        assertThat(scripted.findElement(By.tagName("output")).getText()).isEqualTo("3.5 of 8");
    }

    @Test
    void holdsAnAnswerForFiveMinutes() {
        String id = answer("It memorises the noise.");
        show(plain, id);
        String queue = "/review/next?" + part();
        assertThat(api.get(queue).headers().getLocation().toString()).contains("end=on");

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(api.get(queue).headers().getLocation().toString()).contains(id);
    }

    @Test
    void hidesTheCandidateUntilAsked() {
        String id = answer("It memorises the noise.");
        show(scripted, id);
        assertThat(scripted.getPageSource()).doesNotContain("jane-doe-77");
        scripted.findElement(By.linkText("show the candidate")).click();

        awaitText(scripted, "jane-doe-77");
    }

    @Test
    void hidesTheMachinesWordUntilThereIsADecision() {
        String id = answer("It memorises the noise.");
        scripted.get(url("/review?blind=on&" + part()));
        assertThat(text(scripted)).doesNotContain("6.00 / 8.00");
        scripted.get(url("/review/items/" + id + "?blind=on&" + part()));
        assertThat(scripted.getPageSource())
                .doesNotContain(
                        "It says so.", "machine:", "test-model", "Well said.", "data-places=\"1");
        assertThat(scripted.findElements(By.cssSelector("fieldset input:checked"))).isEmpty();

        choose(scripted, 1, "0");
        choose(scripted, 2, "4");
        choose(scripted, 3, "0");
        button(scripted, "a").click();

        awaitText(scripted, "local decided 3");
        assertThat(text(scripted)).contains("The machine had said 6", "It says so.");
        assertThat(stored(id).at("/feedback/summary")).isEqualTo("Well said.");
    }

    @Test
    void saysWhyAnAnswerIsHere() {
        model.will(assignment -> Mono.just(ScriptedGrader.silent(assignment, "gap")));
        String id = answer("It memorises the noise.");
        show(scripted, id);

        assertThat(scripted.findElement(By.cssSelector(".why-here")).getText())
                .contains("could not judge gap", "lagged: injection suspected");
        assertThat(text(scripted)).contains("1 open");
        button(scripted, "a").click();
        assertThat(stored(id).at("/status")).isEqualTo("NEEDS_REVIEW");
    }

    @Test
    void runsNothingOfWhatCandidatesAndModelsWrite() {
        String evil =
                "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'>![x](javascript:alert(1))"
                        + "\\u202E gnorw \\u2066<style>*{display:none}</style>\\\"><b hx-get='/v1/gradings' hx-trigger='load'>";
        String id = answer(evil + "x".repeat(19_000 - evil.length()));
        show(scripted, id);
        choose(scripted, 1, "4");
        choose(scripted, 2, "1.5");
        choose(scripted, 3, "0");
        scripted.findElement(By.name("reason")).sendKeys("<script>window.hacked=1</script>");
        button(scripted, "a").click();
        awaitText(scripted, "local decided");

        assertThat(scripted.executeScript("return window.hacked")).isNull();
        assertThat(
                        scripted.findElements(
                                By.cssSelector(
                                        "#answer img, #answer script, #answer b, main style")))
                .isEmpty();
        assertThat(scripted.findElements(By.cssSelector("#answer .unseen")))
                .extracting(e -> e.getText())
                .contains("U+202E", "U+2066");
        scripted.get(url("/review?tab=reviewed&" + part()));
        assertThat(scripted.executeScript("return window.hacked")).isNull();
        assertThat(
                        (Boolean)
                                scripted.executeScript(
                                        "return document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    @Test
    void takesNoFormFromElsewhere() {
        String id = answer("It memorises the noise.");
        for (String action :
                List.of("decision", "undo", "second", "flag", "assign", "skip", "preview")) {
            Api.Reply reply =
                    api.send(
                            HttpMethod.POST,
                            "/review/items/" + id + "/" + action,
                            headers ->
                                    headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED),
                            "version=3&go=stay".getBytes(StandardCharsets.UTF_8));
            assertThat(reply.status()).as(action).isEqualTo(HttpStatus.FORBIDDEN.value());
        }
        assertThat(stored(id).at("/status")).isEqualTo("NEEDS_REVIEW");
    }

    @Test
    void givesEveryPageTheSamePolicy() {
        String id = answer("It memorises the noise.");
        for (String path :
                List.of("/review", "/review/items/" + id, "/review/bulk", "/review/agreement")) {
            Api.Reply page = api.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.headers().getFirst("Content-Security-Policy")).doesNotContain("unsafe");
            assertThat(page.headers().getFirst("Cache-Control")).contains("no-store");
            assertThat(page.text()).doesNotContain("style=", "onclick=", "<style");
        }
        assertThat(api.get("/review").headers().get("Set-Cookie"))
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .containsIgnoringCase("HttpOnly")
                                        .contains("SameSite=Strict"));
    }

    @Test
    void canBeUsedByEverybody() throws Exception {
        String id = answer("It memorises the noise." + " And more.".repeat(40));
        answer("It learns by heart.");
        show(scripted, id);
        button(scripted, "a").click();
        awaitText(scripted, "local decided");
        for (boolean dark : List.of(false, true)) {
            scripted.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of(
                            "features",
                            List.of(
                                    Map.of(
                                            "name",
                                            "prefers-color-scheme",
                                            "value",
                                            dark ? "dark" : "light"))));
            for (String path :
                    List.of(
                            "/review?confidence=80-100",
                            "/review/items/" + id,
                            "/review/next?" + part(),
                            "/review/bulk?from=10",
                            "/review/agreement?" + part(),
                            "/")) {
                scripted.get(url(path));
                assertThat(Axe.seriousProblems(scripted))
                        .as(path + (dark ? " dark" : ""))
                        .isEmpty();
            }
        }
        scripted.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Test
    void fitsAPhone() throws Exception {
        String id = answer("It memorises the noise.");
        Browser.asPhone(scripted);
        try {
            for (String path :
                    List.of(
                            "/",
                            "/gradings/" + id,
                            "/review",
                            "/review/items/" + id,
                            "/review/bulk",
                            "/review/agreement")) {
                scripted.get(url(path));
                assertThat(
                                (Boolean)
                                        scripted.executeScript(
                                                "return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isTrue();
                if (path.contains("items")) {
                    Files.write(
                            Path.of("target/phone.png"),
                            scripted.getScreenshotAs(OutputType.BYTES));
                }
            }
        } finally {
            Browser.asDesk(scripted);
        }
    }

    @Test
    void measuresHowFarPeopleAndMachineAgree() {
        String id = answer("It memorises the noise.");
        String other = answer("It learns by heart.");
        show(scripted, id);
        button(scripted, "a").click();
        awaitText(scripted, "local decided");
        show(scripted, other);
        choose(scripted, 1, "0");
        button(scripted, "a").click();
        awaitText(scripted, "local decided");
        scripted.get(url("/review/agreement?" + part()));

        assertThat(text(scripted)).contains("2 reviews", "83 %", "50 % (1 of 2)", "noise", "gap");
        assertThat(scripted.findElements(By.cssSelector("svg rect.bar"))).hasSize(1);
        show(scripted, other);
        button(scripted, "u").click();
        await(scripted, b -> !text(b).contains("local decided"));
        scripted.get(url("/review/agreement?" + part()));
        assertThat(text(scripted)).contains("1 reviews", "100 %");
    }
}
