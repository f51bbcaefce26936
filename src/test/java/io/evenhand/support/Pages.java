package io.evenhand.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.http.HttpMethod;

/** Somebody at a browser, and somebody who has turned scripts off; both must break no rule. */
public abstract class Pages extends ApiTestBase {

    protected static ChromeDriver scripted;
    protected static ChromeDriver plain;

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

    @AfterEach
    void nothingBrokeTheRulesOfThePage() {
        for (ChromeDriver browser : List.of(scripted, plain)) {
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .extracting(LogEntry::getMessage)
                    .noneMatch(message -> message.contains("Content Security Policy"))
                    .noneMatch(message -> message.contains("Uncaught"));
        }
    }

    protected Api.Reply made(String path, String body, String... headers) {
        Api.Reply reply = api.send(HttpMethod.POST, path, body, headers);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    protected String url(String path) {
        return "http://localhost:" + api.port() + path;
    }

    public static String text(ChromeDriver browser) {
        return browser.findElement(By.tagName("main")).getText();
    }

    /** Whatever a browser says while one page makes room for another: not only that it is stale. */
    public static void await(ChromeDriver browser, Predicate<ChromeDriver> condition) {
        new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                .ignoring(WebDriverException.class)
                .withMessage(() -> browser.getCurrentUrl() + "\n" + text(browser))
                .until(ignored -> condition.test(browser));
    }

    public static void awaitText(ChromeDriver browser, String words) {
        await(browser, b -> text(b).contains(words));
    }

    /** In light and dark by the rules of WCAG 2.2 AA, and on a phone. */
    protected void everybodyCanUse(String... paths) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            scripted.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of(
                            "features",
                            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            for (String path : paths) {
                scripted.get(url(path));
                assertThat(Axe.seriousProblems(scripted)).as(path + " " + scheme).isEmpty();
            }
        }
        scripted.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        Browser.asPhone(scripted);
        try {
            for (String path : paths) {
                scripted.get(url(path));
                assertThat(
                                scripted.executeScript(
                                        "return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
        } finally {
            Browser.asDesk(scripted);
        }
    }
}
