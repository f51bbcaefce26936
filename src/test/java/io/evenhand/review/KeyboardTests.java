package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A recruiter who never touches the mouse; no test here sets the focus. */
class KeyboardTests extends ReviewBrowserTestBase {

    private static final int ANSWERS = 30;

    /**
     * From the key to the next answer on the screen; 200 ms is the aim, this is for slow machines.
     */
    private static final double SLOWEST_MEDIAN = 1000;

    private static final String STOPWATCH =
            """
            window.times = []; let begin = 0;
            document.addEventListener('keydown', e => { if (e.key === 'Enter') begin = performance.now(); }, true);
            document.addEventListener('htmx:afterSettle', () => requestAnimationFrame(() =>
              setTimeout(() => { if (begin) window.times.push(performance.now() - begin); begin = 0; })));
            """;

    @Test
    void reviewsThirtyAnswersInARow() {
        for (int i = 0; i < ANSWERS; i++) {
            answer("It memorises the noise, says number " + i + ".");
        }
        String part = part();
        scripted.get(url("/review/next?" + part));
        scripted.executeScript(STOPWATCH);
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 0; i < ANSWERS; i++) {
            String id = id(scripted);
            expected.put(id, decide(i));
            approveAndGoOn(scripted);
            await(scripted, b -> b.getCurrentUrl().contains("done=" + id));
            awaitText(scripted, i == ANSWERS - 1 ? "That was the last one" : "Stored:");
        }

        assertThat(expected).hasSize(ANSWERS);
        expected.forEach(
                (id, score) -> {
                    assertThat(stored(id).at("/status")).isEqualTo("REVIEWED");
                    assertThat(stored(id).at("/score")).as(id).isEqualTo(score);
                    assertThat(stored(id).at("/review/reviewer")).isEqualTo("local");
                });
        assertThat(median()).isLessThan(SLOWEST_MEDIAN);
    }

    /**
     * Three sorts of decisions in turn; a required criterion that is not met caps the score at 3.
     */
    private static String decide(int i) {
        return switch (i % 3) {
            case 0 -> {
                type(scripted, "2", "2", "1");
                yield "5.50";
            }
            case 1 -> {
                type(scripted, "1", "3", "1");
                yield "3.00";
            }
            default -> {
                type(scripted, "j", "j", Keys.ARROW_LEFT, "k", "2");
                yield "5.50";
            }
        };
    }

    private double median() {
        List<Double> times = new ArrayList<>();
        ((List<?>) scripted.executeScript("return window.times"))
                .forEach(time -> times.add(((Number) time).doubleValue()));
        assertThat(times).hasSizeGreaterThan(ANSWERS / 2);
        times.sort(null);
        return times.get(times.size() / 2);
    }

    @Test
    void lightsThePassagesOfTheCriterionAtHand() {
        show(scripted, answer("It memorises the noise."));
        type(scripted, "j");

        assertThat(scripted.findElements(By.cssSelector("#c2.here"))).hasSize(1);
        assertThat(scripted.findElements(By.cssSelector("#answer mark.lit"))).isNotEmpty();
    }

    @Test
    void recountsTheScoreAsOneChooses() {
        show(scripted, answer("It memorises the noise."));
        assertThat(scripted.findElement(By.tagName("output")).getText()).isEqualTo("6 of 8");
        type(scripted, "1");
        await(scripted, b -> b.findElement(By.tagName("output")).getText().equals("2 of 8"));
        type(scripted, "2");
        await(scripted, b -> b.findElement(By.tagName("output")).getText().equals("0 of 8"));
    }

    @Test
    void typesIntoTheEditorWithoutPressingAnything() {
        String id = answer("It memorises the noise.");
        show(scripted, id);
        type(scripted, "e");
        type(scripted, " as j k 1 2 3 f ?");
        awaitText(scripted, "Well said. as j k 1 2 3 f ?");
        assertThat(scripted.findElement(By.cssSelector(".diff ins")).getText()).contains("as j k");
        assertThat(scripted.findElement(By.id("keys")).isDisplayed()).isFalse();
        type(scripted, Keys.ESCAPE);
        type(scripted, "a");

        awaitText(scripted, "local decided");
        assertThat(stored(id).at("/feedback/summary")).contains("as j k 1 2 3 f ?");
        assertThat(stored(id).at("/machine/feedback/summary")).isEqualTo("Well said.");
    }

    @Test
    void hasAKeyForEverything() {
        String first = answer("It memorises the noise.");
        String second = answer("It learns by heart.");
        show(scripted, first);
        type(scripted, "f");
        awaitText(scripted, "flagged by local");
        type(scripted, "a");
        awaitText(scripted, "local decided");
        type(scripted, "u");
        await(scripted, b -> !text(b).contains("local decided"));
        assertThat(stored(first).at("/status")).isEqualTo("NEEDS_REVIEW");
        assertThat(stored(first).at("/revision")).isEqualTo("3");
        type(scripted, "s");
        await(scripted, b -> id(b).equals(second));
        type(scripted, "r");
        await(scripted, b -> stored(second).text().contains("SECOND_READING"));
        await(scripted, b -> id(b).equals(first));
        type(scripted, "?");
        await(scripted, b -> b.findElement(By.id("keys")).isDisplayed());
        type(scripted, Keys.ESCAPE);
        type(scripted, "q");
        await(scripted, b -> !b.findElements(By.cssSelector("tr.here")).isEmpty());
        type(scripted, "j", "k", Keys.ENTER);
        await(scripted, b -> !b.findElements(By.cssSelector("main.item")).isEmpty());
    }
}
