package io.evenhand.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody at a browser who reads pages, fills forms in and presses buttons. */
public final class Desk implements AutoCloseable {

    private final ChromeDriver browser = Browser.open();
    private final String base;

    public Desk(String base) {
        this.base = base;
    }

    public Desk open(String path) {
        browser.get(base + path);
        return this;
    }

    public Desk type(String field, String text) {
        var input = browser.findElement(By.name(field));
        input.clear();
        input.sendKeys(text);
        return this;
    }

    public Desk tick(String field, String value) {
        browser.findElement(By.cssSelector("[name='" + field + "'][value='" + value + "']"))
                .click();
        return this;
    }

    /** Chooses from a list. */
    public Desk choose(String below, String field, String option) {
        new Select(browser.findElement(By.cssSelector(below)).findElement(By.name(field)))
                .selectByVisibleText(option);
        return this;
    }

    /** Presses the first button or link of that name below the element. */
    public Desk press(String below, String name) {
        String element = "//*[self::button or self::a or @type='submit'][normalize-space()='%s']";
        browser.findElement(By.cssSelector(below))
                .findElement(By.xpath("." + element.formatted(name)))
                .click();
        return this;
    }

    public Desk press(String name) {
        return press("body", name);
    }

    public Desk sees(String... words) {
        for (String word : words) {
            until(word, () -> text().contains(word));
        }
        return this;
    }

    public Desk is(String path) {
        until(path, () -> browser.getCurrentUrl().startsWith(base + path));
        return this;
    }

    public String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    public String text(String element) {
        return browser.findElement(By.cssSelector(element)).getText();
    }

    public String cookie(String name) {
        return browser.manage().getCookieNamed(name).getValue();
    }

    public ChromeDriver browser() {
        return browser;
    }

    /** In light and in dark; what keeps people out is a defect. */
    public Desk keepsNobodyOut() throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of(
                            "features",
                            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            assertThat(Axe.seriousProblems(browser))
                    .as(browser.getCurrentUrl() + " " + scheme)
                    .isEmpty();
        }
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        return this;
    }

    /** Nothing was tried that the policy of the pages forbids. */
    public void keptTheRules() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .noneMatch(message -> message.contains("Content Security Policy"))
                .noneMatch(message -> message.contains("Uncaught"));
    }

    private void until(String what, java.util.function.BooleanSupplier condition) {
        new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20))
                .ignoring(WebDriverException.class)
                .withMessage(() -> what + " at " + browser.getCurrentUrl() + "\n" + text())
                .until(ignored -> condition.getAsBoolean());
    }

    @Override
    public void close() {
        browser.quit();
    }
}
