package io.evenhand.batch.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import io.evenhand.support.Pages;
import io.evenhand.support.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/** A recruiter uploads a file of answers, sees what is wrong with it, and lets it be graded. */
@TestPropertySource(properties = "evenhand.dispatch.interval=20ms")
class UploadPagesTests extends Pages {

    @TempDir Path folder;

    private final String question = "q-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void question() {
        made(
                "/v1/questions",
                """
                {"id": "%s", "status": "PUBLISHED", "text": "What of %s?",
                 "modelAnswer": "It fits noise.", "points": 4}"""
                        .formatted(question, question));
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), text);
    }

    private static void upload(ChromeDriver browser, Path file) {
        browser.findElement(By.name("file")).sendKeys(file.toString());
        browser.findElement(By.xpath("//button[.='Upload']")).click();
    }

    private static void press(ChromeDriver browser, String words) {
        By button = By.xpath("//button[starts-with(., '" + words + "')]");
        // the part of the page that it is in may be fetched anew at any moment
        await(
                browser,
                b -> {
                    b.findElement(button).click();
                    return true;
                });
    }

    private static String id(ChromeDriver browser) {
        String address = browser.getCurrentUrl();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String withMistakes() {
        return "customId,questionId,candidateRef,answer\r\n"
                + "a,%s,ada,It fits noise.\r\n".formatted(question)
                + "b,no-such-question,ben,It fits noise.\r\n"
                + "<script>window.hacked=1</script>,%s,cem\r\n".formatted(question)
                + "d,%s,dan,\"It learns\r\nby heart.\"\r\n".formatted(question);
    }

    @Test
    void saysWhatIsWrongBeforeAnythingIsGraded() throws Exception {
        for (ChromeDriver browser : List.of(plain, scripted)) {
            browser.get(url("/uploads"));
            upload(browser, file(withMistakes()));
            awaitText(browser, "2 lines cannot be graded");

            assertThat(text(browser))
                    .contains("Nothing is graded yet", "0 of 2 graded")
                    .contains("questionId no such question is published in the bank")
                    .contains("has 3 fields where the header has 4");
            assertThat(
                            browser.findElements(By.cssSelector("main tbody tr")).stream()
                                    .map(row -> row.getText().split("\\s")[0]))
                    .containsExactly("3", "4");
            assertThat(api.get("/v1/batches/" + id(browser)).at("/status")).isEqualTo("PAUSED");
            press(browser, "Grade 2 answers");
            awaitText(browser, "completed");

            assertThat(text(browser)).contains("2 of 2 graded", "100 %");
            assertThat(browser.findElements(By.xpath("//button[contains(., 'Cancel')]"))).isEmpty();
            String results = api.get("/uploads/" + id(browser) + "/results.csv").text();
            assertThat(results.lines()).hasSize(5);
            assertThat(results).contains("VALIDATION_FAILED", "MALFORMED_LINE", "GRADED");
            browser.findElement(By.linkText("In the review queue")).click();
            awaitText(browser, "Start reviewing");
            assertThat(browser.findElements(By.cssSelector("tr[data-row]"))).hasSize(2);
        }
    }

    @Test
    void gradesAFewFirst() throws Exception {
        plain.get(url("/uploads"));
        plain.findElement(By.name("questionId")).sendKeys(question);
        upload(plain, file("answer\nIt fits noise 1.\nIt fits noise 2.\nIt fits noise 3.\n"));
        awaitText(plain, "0 of 3 graded");
        plain.findElement(By.name("pilot")).sendKeys("1");
        press(plain, "Grade 3 answers");
        awaitText(plain, "The first ones are graded");
        assertThat(text(plain)).contains("1 of 3 graded", "paused");
        press(plain, "Go on");
        awaitText(plain, "3 of 3 graded");
    }

    @Test
    void startsAtOnceIfToldTo() throws Exception {
        scripted.get(url("/uploads"));
        scripted.findElement(By.name("questionId")).sendKeys(question);
        scripted.findElement(By.name("start")).click();
        upload(scripted, file("answer\nIt fits noise.\n"));
        awaitText(scripted, "1 of 1 graded");
    }

    @Test
    void showsProgressAndCancels() throws Exception {
        for (ChromeDriver browser : List.of(scripted, plain)) {
            AtomicBoolean slow = new AtomicBoolean();
            model.will(
                    assignment ->
                            slow.compareAndSet(false, assignment.answer().contains("1."))
                                            || !assignment.answer().contains("1.")
                                    ? Mono.never()
                                    : Mono.just(
                                            io.evenhand.support.ScriptedGrader.allMet(assignment)));
            browser.get(url("/uploads"));
            browser.findElement(By.name("questionId")).sendKeys(question);
            browser.findElement(By.name("start")).click();
            upload(browser, file("answer\nIt goes 1.\nIt goes 2.\n"));
            awaitText(browser, "of 2 graded");
            assertThat(browser.findElements(By.tagName("progress"))).hasSize(1);
            press(browser, "Cancel the rest");
            awaitText(browser, "cancelled");
            await(browser, b -> b.findElements(By.xpath("//button")).size() <= 3);
            assertThat(api.get("/v1/batches/" + id(browser)).at("/status")).isEqualTo("CANCELLED");
        }
    }

    @Test
    void discardsWhatWasHeld() throws Exception {
        plain.get(url("/uploads"));
        upload(plain, file(withMistakes()));
        awaitText(plain, "cannot be graded");
        press(plain, "Discard it");
        awaitText(plain, "cancelled");
        plain.get(url("/uploads"));
        assertThat(text(plain)).contains("cancelled");
    }

    @Test
    void refusesAFileThatIsNoTableOfAnswers() throws Exception {
        scripted.get(url("/uploads"));
        upload(scripted, file("name,answers\nada,So.\n" + "x".repeat(5_000_000)));
        awaitText(scripted, "has another header than");
        upload(scripted, file(""));
        awaitText(scripted, "holds no line to grade");
        scripted.findElement(By.name("maxCost")).sendKeys("much");
        upload(scripted, file("answer\nSo.\n"));
        awaitText(scripted, "maxCost is no amount of money");
    }

    @Test
    void givesOutFilesToFillIn() {
        made(
                "/v1/interviews",
                """
                {"id": "i-%s", "title": "Of one", "passMark": 60, "questions": [{"id": "%s"}]}"""
                        .formatted(question, question));
        String filled = "customId,questionId,candidateRef,answer\r\n," + question + ",,\r\n";
        assertThat(api.get("/uploads/new/template.csv?question=" + question).text())
                .isEqualTo(filled);
        assertThat(api.get("/uploads/new/template.csv?interview=i-" + question).text())
                .isEqualTo(filled);
        assertThat(api.get("/uploads/new/template.csv?question=unknown").status()).isEqualTo(404);
        assertThat(api.get("/uploads").text()).contains("What of " + question);
    }

    @Test
    void takesNoFormFromElsewhere() {
        Visitor visitor = new Visitor(api);
        visitor.get("/uploads");
        for (String token : List.of("", "wrong")) {
            assertThat(multipart(visitor, token, "_csrf").status()).as(token).isEqualTo(403);
        }
        assertThat(multipart(visitor, visitor.token(), "other").status()).isEqualTo(403);
        assertThat(multipart(new Visitor(api), visitor.token(), "_csrf").status()).isEqualTo(403);
        // often, since what arrives in which pieces differs
        for (int i = 0; i < 50; i++) {
            assertThat(multipart(visitor, visitor.token(), "_csrf").status()).isEqualTo(303);
        }
        Api.Reply taken = multipart(visitor, visitor.token(), "_csrf");
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        String id = taken.headers().getLocation().toString().replace("/uploads/", "");
        for (String action : List.of("start", "cancel")) {
            assertThat(api.send(HttpMethod.POST, "/uploads/" + id + "/" + action, "").status())
                    .as(action)
                    .isEqualTo(403);
        }
    }

    private Api.Reply multipart(Visitor visitor, String token, String name) {
        String body =
                "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(name, token)
                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\nanswer,questionId\nSo.,"
                        + question
                        + "\n\r\n--x--\r\n";
        return api.send(
                HttpMethod.POST,
                "/uploads",
                headers -> {
                    headers.setContentType(
                            MediaType.parseMediaType("multipart/form-data;boundary=x"));
                    headers.set("Cookie", visitor.jar());
                    headers.set("Accept", "text/html");
                },
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void canBeUsedByEverybody() throws Exception {
        scripted.get(url("/uploads"));
        upload(scripted, file(withMistakes()));
        awaitText(scripted, "cannot be graded");
        String held = scripted.getCurrentUrl().replace(url(""), "");
        everybodyCanUse("/uploads", held);
        scripted.get(url(held));
        press(scripted, "Grade 2 answers");
        awaitText(scripted, "2 of 2 graded");
        everybodyCanUse(held);
    }
}
