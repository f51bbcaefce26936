package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Says how long it takes from the key to the next answer on the screen, at a running service with
 * something to review: {@code -Devenhand.bench.url=http://127.0.0.1:8080}. It decides on what is
 * there, so give it a service whose answers nobody needs. Times are printed and not judged.
 */
@EnabledIfSystemProperty(named = "evenhand.bench.url", matches = "http.*")
class ReviewSpeedTests {

    private static final int REVIEWS = 60;

    /** Not counted: what is slow but once. */
    private static final int WARM = 10;

    /** Readers think between two answers; meanwhile a page may get ready. */
    private static final Duration THOUGHT = Duration.ofMillis(700);

    private static final String STOPWATCH =
            """
            window.times = []; let begin = 0; performance.setResourceTimingBufferSize(5000);
            const id = () => document.querySelector('main.item')?.dataset.id;
            let shown = id();
            document.addEventListener('keydown', e => { if (e.key === 'Enter') begin = performance.now(); }, true);
            new MutationObserver(() => {
              if (!begin || !id() || id() === shown) return;
              shown = id();
              const from = begin; begin = 0;
              requestAnimationFrame(() => setTimeout(() => {
                window.times.push(performance.now() - from);
              }));
            }).observe(document.documentElement, {childList: true, subtree: true});
            """;

    /** The decision's request and the page that it leads to. */
    private static final String STORED =
            """
            return performance.getEntriesByType('resource').filter(r => r.name.includes('/decision'))
              .map(r => r.responseEnd - r.startTime);
            """;

    @Test
    void reviewsAsFastAsKeysArePressed() {
        String url = System.getProperty("evenhand.bench.url");
        ChromeDriver browser = Browser.open();
        try {
            browser.get(url + "/review/next?tab=all");
            browser.executeScript(STOPWATCH);
            for (int i = 0; i < REVIEWS + WARM; i++) {
                decide(browser);
            }
            print("from the key to the next answer", times(browser, "return window.times"));
            print("until the decision is stored and the next answer taken", times(browser, STORED));
        } finally {
            browser.quit();
        }
    }

    private static void decide(ChromeDriver browser) {
        String before = id(browser);
        for (int open = open(browser); open > 0; open--) {
            new Actions(browser).sendKeys("1").perform();
        }
        new Actions(browser).pause(THOUGHT).perform();
        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys(Keys.ENTER)
                .keyUp(Keys.CONTROL)
                .perform();
        // looked at rarely, so that looking costs the page no time
        new WebDriverWait(browser, Duration.ofSeconds(30), Duration.ofMillis(400))
                .until(
                        b ->
                                !id(browser).equals(before)
                                        && browser.findElements(By.cssSelector(".note.pending"))
                                                .isEmpty());
    }

    private static int open(ChromeDriver browser) {
        return ((Number)
                        browser.executeScript(
                                "return [...document.querySelectorAll('.criterion')]"
                                        + ".filter(c => !c.querySelector('input:checked')).length"))
                .intValue();
    }

    private static String id(ChromeDriver browser) {
        return String.valueOf(
                browser.executeScript(
                        "return document.querySelector('main.item')?.dataset.id ?? ''"));
    }

    private static List<Double> times(ChromeDriver browser, String script) {
        List<Double> all = new ArrayList<>();
        ((List<?>) browser.executeScript(script))
                .forEach(time -> all.add(((Number) time).doubleValue()));
        assertThat(all).hasSizeGreaterThan(REVIEWS / 2);
        return all.subList(WARM, all.size()).stream().sorted().toList();
    }

    private static void print(String what, List<Double> times) {
        System.out.printf(
                Locale.ROOT,
                "%s, ms: median %.0f, slowest twentieth from %.0f, slowest %.0f (%d)%n",
                what,
                times.get(times.size() / 2),
                times.get(times.size() * 19 / 20),
                times.getLast(),
                times.size());
    }
}
