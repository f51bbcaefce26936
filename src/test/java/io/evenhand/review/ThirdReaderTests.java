package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.QuestionKey;
import io.evenhand.support.Api;
import io.evenhand.support.Browser;
import io.evenhand.support.KeyedApiTestBase;
import io.evenhand.support.Pages;
import io.evenhand.support.Staff;
import io.evenhand.support.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.springframework.http.HttpMethod;

/**
 * Several people at browsers, with scripts and without: they differ, decide, and share work out.
 */
class ThirdReaderTests extends KeyedApiTestBase {

    private static ChromeDriver scripted;
    private static ChromeDriver plain;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String ann = "ann-" + mark;
    private final String ben = "ben-" + mark;
    private final String cleo = "cleo-" + mark;
    private String part = "";

    @BeforeAll
    static void open() {
        scripted = Browser.open();
        plain = Browser.openWithoutScripts();
    }

    @AfterAll
    static void close() {
        scripted.quit();
        plain.quit();
    }

    @BeforeEach
    void question() {
        String question =
                """
                {"id": "q-%s", "status": "PUBLISHED", "text": "What of %s?", "modelAnswer": "It fits noise.",
                 "rubric": {"criteria": [{"id": "noise", "description": "Says noise", "points": 4},
                   {"id": "gap", "description": "Names the gap", "points": 4}]}}"""
                        .formatted(mark, mark);
        Api.Reply made = api.send(HttpMethod.POST, "/v1/questions", question, with(ALL));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        part =
                "question="
                        + URLEncoder.encode(
                                QuestionKey.ofBank("q-" + mark).value(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThirdDecidesBetweenTwoWhoDiffer(boolean scripts) {
        ChromeDriver browser = scripts ? scripted : plain;
        String id = answer("It memorises the noise.");
        Visitor first = Staff.of(api, ALL, ann, "reviewer");
        Visitor second = Staff.of(api, ALL, ben, "reviewer");
        Visitor lead = Staff.of(api, ALL, cleo, "lead");
        read(browser, first, id, "0", "0");
        press(browser, "r");
        Pages.await(browser, b -> reasons(id).contains("SECOND_READING"));

        read(browser, second, id, "4", "0");
        Pages.await(browser, b -> reasons(id).contains("READERS_DISAGREE"));
        show(browser, first, id);
        assertThat(Pages.text(browser))
                .contains("Two readers differ: a lead who is neither of them decides")
                .doesNotContain("TWO READINGS");

        as(browser, lead, "/review?reason=READERS_DISAGREE&" + part);
        assertThat(Pages.text(browser)).contains("readers disagree");
        browser.findElement(By.cssSelector("tr[data-row] a")).click();
        Pages.awaitText(browser, "TWO READINGS");
        assertThat(Pages.text(browser)).contains("Reader A", "Reader B", "differs", "1 open");
        assertThat(browser.findElement(By.cssSelector(".dispute")).getText())
                .doesNotContain(ann, ben);
        ReviewBrowserTestBase.choose(browser, 1, "4");
        press(browser, "a");
        Pages.awaitText(browser, cleo + " decided 4");

        assertThat(browser.findElement(By.cssSelector(".dispute")).getText())
                .containsIgnoringCase(ann)
                .containsIgnoringCase(ben);
        assertThat(reasons(id)).doesNotContain("DISAGREE");
        assertThat(api.get("/v1/gradings/" + id, with(ALL)).at("/score")).isEqualTo("4.00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeadsGivesWorkToOthersWhoFindIt(boolean scripts) {
        ChromeDriver browser = scripts ? scripted : plain;
        String one = answer("It memorises the noise.");
        String other = answer("It learns by heart.");
        Visitor reviewer = Staff.of(api, ALL, ann, "reviewer");
        Visitor colleague = Staff.of(api, ALL, ben, "reviewer");
        Visitor lead = Staff.of(api, ALL, cleo, "lead");
        as(browser, lead, "/review?" + part);
        browser.findElement(By.cssSelector("[name=id][value='" + one + "']")).click();
        new Select(browser.findElement(By.cssSelector("#assign [name=to]")))
                .selectByVisibleText(ann);
        browser.findElement(By.cssSelector("#assign button")).click();
        Pages.awaitText(browser, "1 answers were assigned.");
        show(browser, lead, other);
        new Select(browser.findElement(By.cssSelector(".more [name=to][data-focus=t]")))
                .selectByVisibleText(ben);
        browser.findElement(By.xpath("//button[.='Assign']")).click();
        Pages.awaitText(browser, "Give back (" + ben + ")");

        browser.get(api.url("/review?" + part));
        new Select(browser.findElement(By.name("assignee"))).selectByVisibleText(ann);
        browser.findElement(By.xpath("//button[.='Show']")).click();
        Pages.await(browser, b -> b.getCurrentUrl().contains("assignee=ann"));
        assertThat(rows(browser)).isEqualTo(1);
        as(browser, reviewer, "/review?" + part);
        browser.findElement(By.cssSelector(".tabs [data-key=m]")).click();
        Pages.await(browser, b -> b.getCurrentUrl().contains("assignee=" + ann));
        assertThat(rows(browser)).isEqualTo(1);
        as(browser, colleague, "/review/next?" + part);
        Pages.await(browser, b -> ReviewBrowserTestBase.id(b).equals(other));
        press(browser, "s");
        Pages.awaitText(browser, "last one that is free");
        assertThat(browser.findElements(By.id("assign"))).as("who does not lead").isEmpty();
    }

    private static int rows(ChromeDriver browser) {
        return browser.findElements(By.cssSelector("tr[data-row]")).size();
    }

    private String answer(String words) {
        Api.Reply reply =
                api.post(
                        "{\"questionId\": \"q-%s\", \"answer\": \"%s%s\"}"
                                .formatted(mark, words, ReviewBrowserTestBase.TRICK),
                        with(ALL));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.id();
    }

    private String reasons(String id) {
        return api.get("/v1/gradings/" + id, with(ALL)).json().at("/reviewReasons").toString();
    }

    private void read(ChromeDriver browser, Visitor reader, String id, String noise, String gap) {
        show(browser, reader, id);
        ReviewBrowserTestBase.choose(browser, 1, noise);
        ReviewBrowserTestBase.choose(browser, 2, gap);
        press(browser, "a");
        Pages.awaitText(browser, " decided ");
    }

    private static void press(ChromeDriver browser, String key) {
        ReviewBrowserTestBase.button(browser, key).click();
    }

    private void show(ChromeDriver browser, Visitor who, String id) {
        as(browser, who, "/review/items/" + id + "?" + part);
    }

    /** Somebody else sits down at the browser. */
    private void as(ChromeDriver browser, Visitor who, String path) {
        browser.get(api.url("/signin"));
        browser.manage().deleteAllCookies();
        browser.manage().addCookie(new Cookie("evenhand-session", who.cookie("evenhand-session")));
        browser.get(api.url(path));
    }
}
