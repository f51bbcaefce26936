package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A recruiter who never touches the mouse; no test here sets the focus. */
class KeyboardTests extends ReviewBrowserTestBase {

    private static final int ANSWERS = 30;

    @Test
    void reviewsThirtyAnswersInARow() {
        for (int i = 0; i < ANSWERS; i++) {
            answer("It memorises the noise, says number " + i + ".");
        }
        String part = part();
        scripted.get(url("/review/next?" + part));
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
        await(
                scripted,
                b ->
                        b.findElement(By.cssSelector(".diff ins"))
                                .getText()
                                .strip()
                                .equals("as j k 1 2 3 f ?"));
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

    @Test
    void goesBackOverWhatWasSeen() {
        String first = answer("It memorises the noise.");
        String second = answer("It learns by heart.");
        String third = answer("It fits each bump.");
        show(scripted, first);
        show(scripted, second);
        show(scripted, third);
        type(scripted, "p");
        await(scripted, b -> id(b).equals(second));
        type(scripted, "p");
        await(scripted, b -> id(b).equals(first));
        choose(scripted, 2, "1.5");
        type(scripted, "a");
        awaitText(scripted, "local decided");

        assertThat(stored(first).at("/score")).isEqualTo("3.50");
        type(scripted, "?");
        await(scripted, b -> b.findElement(By.id("keys")).isDisplayed());
        assertThat(scripted.findElement(By.id("keys")).getText())
                .contains("the answer that you saw");
        type(scripted, Keys.ESCAPE);
    }

    @Test
    void takesAnswersToOneselfAndGivesThemBack() {
        String first = answer("It memorises the noise.");
        answer("It learns by heart.");
        show(scripted, first);
        type(scripted, "m");
        awaitText(scripted, "Give back (local)");
        type(scripted, "q");
        await(scripted, b -> !b.findElements(By.cssSelector("tr.here")).isEmpty());
        type(scripted, "m");
        await(scripted, b -> b.getCurrentUrl().contains("assignee=local"));
        await(scripted, b -> text(b).contains(question.substring(0, 40)));
        show(scripted, first);
        type(scripted, "m");
        awaitText(scripted, "Assign to me");
        scripted.get(url("/review?" + part()));
        await(scripted, b -> !b.findElements(By.cssSelector("tr.here")).isEmpty());
        type(scripted, "x", "j", "x", "t");
        type(scripted, Keys.TAB, Keys.ENTER);
        awaitText(scripted, "2 answers were assigned.");
        scripted.get(url("/review?assignee=local&" + part()));

        assertThat(scripted.findElements(By.cssSelector("tr[data-row]"))).hasSize(2);
    }

    @Test
    void showsTheNextAnswerAtOnceAndWhatTheServiceSaysOfIt() {
        String first = answer("It memorises the noise.");
        answer("It learns by heart.");
        scripted.get(url("/review/next?" + part()));
        String opened = id(scripted);
        String next = String.valueOf(awaitAhead());
        // somebody else has it meanwhile, and has decided
        show(plain, next);
        button(plain, "a").click();
        awaitText(plain, "local decided");
        approveAndGoOn(scripted);
        awaitText(scripted, "That was the last one");

        assertThat(stored(opened).at("/status")).isEqualTo("REVIEWED");
        assertThat(first).isIn(opened, next);
    }

    /** Until the page has got the next one while nobody did anything. */
    private Object awaitAhead() {
        await(
                scripted,
                b ->
                        Boolean.TRUE.equals(
                                b.executeScript(
                                        "return performance.getEntriesByType('resource')"
                                                + ".some(r => r.name.includes('/ahead') && r.responseEnd)")));
        return scripted.executeScript(
                "return fetch(document.querySelector('main').dataset.ahead)"
                        + ".then(r => new URL(r.url).pathname.split('/').at(-1))");
    }

    @Test
    void tellsOfARefusalOnThePageThatItIsAbout() {
        String first = answer("It memorises the noise.");
        answer("It learns by heart.");
        scripted.get(url("/review/next?" + part()));
        String opened = id(scripted);
        awaitAhead();
        show(plain, opened);
        choose(plain, 1, "0");
        button(plain, "a").click();
        awaitText(plain, "local decided");
        approveAndGoOn(scripted);
        awaitText(scripted, "Yours was not stored");

        assertThat(id(scripted)).isEqualTo(opened);
        assertThat(stored(opened).at("/revision")).isEqualTo("2");
        assertThat(first).isNotEmpty();
    }
}
