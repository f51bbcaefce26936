package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.FallbackReason;
import io.evenhand.support.Api;
import io.evenhand.support.ScriptedGrader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/** Each key that the list of keys names does what it says, and is a letter to whoever types. */
class EveryKeyTests extends ReviewBrowserTestBase {

    /** All that are one character, without those that a digit stands for. */
    private static final String LETTERS = "jk123456789aefsunprmtxwlgq?+-";

    /**
     * A key as the list names it.
     *
     * @param before what is typed first, as a rule nothing
     * @param does what is so then and was not before
     */
    private record Press(String key, List<CharSequence> before, Predicate<ChromeDriver> does) {

        @Override
        public String toString() {
            return key;
        }
    }

    private static Press press(String key, Predicate<ChromeDriver> does) {
        return new Press(key, List.of(), does);
    }

    private static Press after(CharSequence before, String key, Predicate<ChromeDriver> does) {
        return new Press(key, List.of(before), does);
    }

    private static List<Press> atAnAnswer() {
        return List.of(
                press("j", here(2)),
                after("j", "k", here(1)),
                press("↓", here(2)),
                after("j", "↑", here(1)),
                press("←", chosen(1, "0")),
                after(Keys.ARROW_LEFT, "→", chosen(1, "4")),
                press("1", chosen(1, "0").and(here(2))),
                after("j", "2", chosen(2, "1.5").and(here(3))),
                after("j", "3", chosen(2, "4").and(here(3))),
                after("-", "+", scored("8 of 8")),
                press("-", scored("0 of 8")),
                press("Ctrl+Enter", says("last one")),
                press("a", says("local decided 6")),
                press("e", typesInto("summary")),
                press("f", says("flagged by local")),
                after("f", "r", says("Nothing to look at").or(says("last one"))),
                press("s", says("last one")),
                after("a", "u", b -> !text(b).contains("local decided")),
                press("m", says("Give back (local)")),
                press("l", b -> b.getCurrentUrl().contains("/links")),
                press("?", b -> b.findElement(By.id("keys")).isDisplayed()),
                press("q", b -> !b.findElements(By.cssSelector("tr.here")).isEmpty()));
    }

    private static List<Press> inTheQueue() {
        return List.of(
                press("x", b -> b.findElement(By.cssSelector("tr.here [name=id]")).isSelected()),
                press("t", typesInto("to")),
                press("g", b -> !b.findElements(By.cssSelector("main.item")).isEmpty()),
                press("Enter", b -> !b.findElements(By.cssSelector("main.item")).isEmpty()),
                press("m", b -> b.getCurrentUrl().contains("assignee=local")),
                press("?", b -> b.findElement(By.id("keys")).isDisplayed()));
    }

    @ParameterizedTest
    @MethodSource("atAnAnswer")
    void actsAtAnAnswer(Press press) {
        show(scripted, answer("It memorises the noise."));
        acts(press);
    }

    @ParameterizedTest
    @MethodSource("inTheQueue")
    void actsInTheQueue(Press press) {
        answer("It memorises the noise.");
        scripted.get(url("/review?" + part()));
        await(scripted, b -> !b.findElements(By.cssSelector("tr.here")).isEmpty());
        acts(press);
    }

    private static void acts(Press press) {
        for (CharSequence before : press.before()) {
            type(scripted, before);
            switch (before.toString()) {
                case "a" -> awaitText(scripted, "local decided");
                case "f" -> awaitText(scripted, "flagged by local");
                default -> {}
            }
        }
        await(scripted, press.does().negate()::test);
        type(press.key());
        await(scripted, press.does()::test);
    }

    @Test
    void nTakesTheNearestLevels() {
        model.will(
                ignored ->
                        Mono.just(ScriptedGrader.unavailable(FallbackReason.NO_MODEL_CONFIGURED)));
        show(scripted, answer("Half of everything."));
        assertThat(chosen(2, "2").test(scripted)).as("between two levels").isTrue();

        type("n");

        await(
                scripted,
                chosen(2, "1.5")
                                .and(chosen(1, "0"))
                                .and(scored("-0.5–1.5 of 8").or(scored("0–1.5 of 8")))
                        ::test);
    }

    @Test
    void pGoesBackToTheAnswerBefore() {
        String first = answer("It memorises the noise.");
        String second = answer("It learns by heart.");
        show(scripted, first);
        show(scripted, second);

        type("p");

        await(scripted, b -> id(b).equals(first));
    }

    @Test
    void wIsForWordsToWhoeverAppealed() {
        String id = answer("It memorises the noise.");
        String path =
                api.send(HttpMethod.POST, "/v1/gradings/" + id + "/candidate-links", "{}")
                        .at("/url");
        Api.Reply appealed =
                api.send(
                        HttpMethod.POST,
                        path.substring(path.indexOf("/candidate/")),
                        headers -> headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED),
                        ("answer=%s&version=%s&reason=I+did+say+noise+and+meant+it."
                                        .formatted(
                                                id,
                                                String.valueOf(stored(id).headers().getETag())
                                                        .replace("\"", "")))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(appealed.status()).as(appealed.text()).isEqualTo(303);
        show(scripted, id);

        type("w");

        await(scripted, typesInto("reply")::test);
    }

    @Test
    void areAllTriedHere() {
        show(scripted, answer("It memorises the noise."));
        type("?");
        List<String> listed =
                scripted.findElements(By.cssSelector("#keys dt kbd")).stream()
                        .map(kbd -> String.valueOf(kbd.getDomProperty("textContent")))
                        .toList();
        List<String> tried = new ArrayList<>(List.of("n", "p", "w", "9", "Ctrl"));
        atAnAnswer().forEach(press -> tried.add(press.key()));
        inTheQueue().forEach(press -> tried.add(press.key()));

        assertThat(new TreeSet<>(listed)).hasSizeGreaterThan(20).isSubsetOf(tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "reason", "other-1"})
    void areLettersToWhoeverTypes(String field) {
        String id = answer("It memorises the noise.");
        show(scripted, id);
        String address = scripted.getCurrentUrl();
        scripted.executeScript("document.getElementById('feedback').open = true");
        var place = scripted.findElement(By.name(field));
        scripted.executeScript("arguments[0].scrollIntoView({block: 'center'})", place);
        place.click();
        type(scripted, Keys.END);

        type(scripted, LETTERS);
        type(scripted, Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.ARROW_DOWN, Keys.ARROW_RIGHT);

        assertThat(place.getDomProperty("value")).contains(LETTERS);
        assertThat(scripted.getCurrentUrl()).isEqualTo(address);
        assertThat(scripted.findElement(By.id("keys")).isDisplayed()).isFalse();
        assertThat(chosen(2, "4").and(chosen(3, "-2")).test(scripted)).isTrue();
        assertThat(text(scripted)).doesNotContain("flagged by", "Give back");
        assertThat(stored(id).at("/status")).isEqualTo("NEEDS_REVIEW");
        assertThat(stored(id).text()).doesNotContain("SECOND_READING");
    }

    @Test
    void areLettersToWhoeverNamesAFilter() {
        answer("It memorises the noise.");
        scripted.get(url("/review?reason=FLAGGED&" + part()));
        String address = scripted.getCurrentUrl();
        var name = scripted.findElement(By.name("name"));
        name.click();

        type(scripted, LETTERS);

        assertThat(name.getDomProperty("value")).isEqualTo(LETTERS);
        assertThat(scripted.getCurrentUrl()).isEqualTo(address);
        assertThat(scripted.findElement(By.cssSelector("tr [name=id]")).isSelected()).isFalse();
    }

    private static void type(String key) {
        switch (key) {
            case "↓" -> type(scripted, Keys.ARROW_DOWN);
            case "↑" -> type(scripted, Keys.ARROW_UP);
            case "←" -> type(scripted, Keys.ARROW_LEFT);
            case "→" -> type(scripted, Keys.ARROW_RIGHT);
            case "Enter" -> type(scripted, Keys.ENTER);
            case "Ctrl+Enter" -> approveAndGoOn(scripted);
            default -> new Actions(scripted).sendKeys(key).perform();
        }
    }

    private static Predicate<ChromeDriver> here(int place) {
        return b -> !b.findElements(By.cssSelector("#c" + place + ".here")).isEmpty();
    }

    private static Predicate<ChromeDriver> chosen(int place, String points) {
        String field = "input[name='points-" + place + "'][value='" + points + "']";
        return b -> b.findElements(By.cssSelector(field)).stream().anyMatch(f -> f.isSelected());
    }

    private static Predicate<ChromeDriver> scored(String words) {
        return b -> b.findElement(By.tagName("output")).getText().equals(words);
    }

    private static Predicate<ChromeDriver> says(String words) {
        return b -> text(b).contains(words);
    }

    private static Predicate<ChromeDriver> typesInto(String field) {
        return b -> field.equals(b.switchTo().activeElement().getDomAttribute("name"));
    }
}
