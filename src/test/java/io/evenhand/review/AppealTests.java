package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Axe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** From the reviewer's link to the candidate's appeal and back, with scripts and without. */
class AppealTests extends ReviewBrowserTestBase {

    private static final String REASON =
            "I did say noise. <img src=x onerror='window.hacked=1'> \u202E\u202E Read it again, please.";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCandidateAppealsAndHearsWhatCameOfIt(boolean scripts) {
        ChromeDriver browser = scripts ? scripted : plain;
        String other = answer("It learns by heart.");
        String id = answer("It memorises the noise.");
        show(browser, id);
        button(browser, "l").click();
        awaitText(browser, "There is none yet");
        button(browser, "n").click();
        await(browser, b -> !b.findElements(By.cssSelector("input.wide")).isEmpty());
        String link = browser.findElement(By.cssSelector("input.wide")).getDomProperty("value");

        browser.get(link);
        assertThat(text(browser)).contains("Not final", "A person will look at it");
        browser.findElement(By.cssSelector("details.appeal summary")).click();
        browser.findElement(By.name("reason")).sendKeys(REASON);
        browser.findElement(By.cssSelector("details.appeal button")).click();
        awaitText(browser, "Your appeal was taken");
        assertThat(text(browser)).contains("Nobody has decided on it yet");

        browser.get(url("/review/next?" + part()));
        await(browser, b -> id(b).equals(id));
        assertThat(text(browser)).contains("the candidate appealed", "I did say noise.", "U+202E");
        assertThat(browser.findElements(By.cssSelector("main img"))).isEmpty();
        choose(browser, 1, "0");
        browser.findElement(By.name("reply")).sendKeys("We looked again.");
        browser.findElement(By.name("reason")).sendKeys("internal note");
        button(browser, "Ctrl+Enter").click();
        await(browser, b -> id(b).equals(other) && text(b).contains("Stored:"));

        browser.get(link);
        assertThat(text(browser))
                .contains("Final", "A person decided", "the score was changed", "We looked again.")
                .doesNotContain("internal note", "local");
        assertThat(stored(id).at("/score")).isEqualTo("2.00");
        browser.get(url("/review/items/" + id + "/links"));
        browser.findElement(By.xpath("//button[.='Revoke']")).click();
        awaitText(browser, "over since");
        browser.get(link);
        assertThat(text(browser)).contains("This link does not work");
    }

    @Test
    void aReviewerWritesToTheCandidateByKeysAlone() {
        String id = answer("It memorises the noise.");
        show(scripted, id);
        type(scripted, "l");
        awaitText(scripted, "There is none yet");
        type(scripted, "n");
        await(scripted, b -> !b.findElements(By.cssSelector("input.wide")).isEmpty());
        String link = scripted.findElement(By.cssSelector("input.wide")).getDomProperty("value");
        plain.get(link);
        plain.findElement(By.cssSelector("details.appeal summary")).click();
        plain.findElement(By.name("reason"))
                .sendKeys("I did say noise, and you can read it there.");
        plain.findElement(By.cssSelector("details.appeal button")).click();
        awaitText(plain, "Your appeal was taken");
        type(scripted, "b");
        awaitText(scripted, "the candidate appealed");
        type(scripted, "w");
        type(scripted, "We a 1 looked.");
        type(scripted, Keys.ESCAPE);
        type(scripted, "a");
        awaitText(scripted, "local decided");

        assertThat(stored(id).at("/review/reply")).isEqualTo("We a 1 looked.");
        plain.get(link);
        assertThat(text(plain)).contains("the score stays as it was", "We a 1 looked.");
    }

    @Test
    void thePageCanBeUsedByEverybody() throws Exception {
        String id = answer("It memorises the noise.");
        show(plain, id);
        button(plain, "l").click();
        awaitText(plain, "There is none yet");
        button(plain, "n").click();
        await(plain, b -> !b.findElements(By.cssSelector("input.wide")).isEmpty());
        String link = plain.findElement(By.cssSelector("input.wide")).getDomProperty("value");
        for (String page :
                List.of(
                        link,
                        link + "?lang=de",
                        link + "x",
                        url("/review/items/" + id + "/links"))) {
            scripted.get(page);
            scripted.findElements(By.tagName("summary")).forEach(one -> one.click());
            assertThat(Axe.seriousProblems(scripted)).as(page).isEmpty();
        }
    }
}
