package io.evenhand.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Everything that is done with an answer is done by plain forms, too. */
class WithoutScriptsTests extends ReviewBrowserTestBase {

    @Test
    void runsNoScript() {
        show(plain, answer("It memorises the noise."));

        assertThat(plain.findElement(By.cssSelector(".keys-button")).isDisplayed()).isFalse();
    }

    @Test
    void approvesWithChangesAndGoesOn() {
        String first = answer("It memorises the noise.");
        String second = answer("It learns by heart.");
        plain.get(url("/review?" + part()));
        plain.findElement(By.partialLinkText("Start reviewing")).click();
        await(plain, b -> !id(b).isEmpty());
        String opened = id(plain);
        choose(plain, 2, "1.5");
        choose(plain, 3, "0");
        plain.findElement(By.name("reason")).sendKeys("half of it");
        button(plain, "Ctrl+Enter").click();
        awaitText(plain, "Stored:");

        assertThat(id(plain)).isEqualTo(opened.equals(first) ? second : first);
        assertThat(text(plain)).contains("Stored: 5.5 of 8");
        assertThat(stored(opened).at("/score")).isEqualTo("5.50");
        assertThat(stored(opened).at("/review/reason")).isEqualTo("half of it");
        assertThat(stored(opened).at("/machine/score")).isEqualTo("6.00");

        button(plain, "Ctrl+Enter").click();
        awaitText(plain, "That was");
        assertThat(text(plain)).contains("That was the last one").contains("Nothing to look at");
    }

    @Test
    void takesOtherPoints() {
        String id = answer("It memorises the noise.");
        show(plain, id);
        choose(plain, 1, "other");
        plain.findElement(By.name("other-1")).sendKeys("2,25");
        button(plain, "a").click();
        awaitText(plain, "local decided");

        assertThat(stored(id).at("/criteria/0/points")).isEqualTo("2.25");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasChosen() {
        String id = answer("It memorises the noise.");
        show(plain, id);
        choose(plain, 2, "0");
        choose(plain, 1, "other");
        plain.findElement(By.name("other-1")).sendKeys("9");
        button(plain, "a").click();
        awaitText(plain, "What was given");

        assertThat(plain.findElement(By.cssSelector("[role=alert]")).getText())
                .isEqualTo("What was given for criterion 1 is not between 0 and 4.00.");
        assertThat(plain.findElement(By.cssSelector("[name='points-2'][value='0']")).isSelected())
                .isTrue();
        assertThat(stored(id).at("/status")).isEqualTo("NEEDS_REVIEW");
    }

    @Test
    void undoesADecisionAsARevisionOfItsOwn() {
        String id = answer("It memorises the noise.");
        show(plain, id);
        choose(plain, 1, "0");
        button(plain, "a").click();
        awaitText(plain, "local decided");
        assertThat(stored(id).at("/status")).isEqualTo("REVIEWED");
        button(plain, "u").click();
        await(plain, b -> !text(b).contains("local decided"));

        assertThat(stored(id).at("/status")).isEqualTo("NEEDS_REVIEW");
        assertThat(stored(id).at("/score")).isEqualTo("6.00");
        assertThat(stored(id).at("/revision")).isEqualTo("3");
        assertThat(api.get("/v1/gradings/" + id + "/history").text())
                .contains("REVIEWED", "REOPENED");
        assertThat(plain.findElements(By.cssSelector("[data-key=u]"))).isEmpty();
    }

    @Test
    void skipsFlagsAssignsAndAsksForASecondReader() {
        String first = answer("It memorises the noise.");
        String second = answer("It learns by heart.");
        show(plain, first);
        button(plain, "f").click();
        awaitText(plain, "flagged by local");
        plain.findElement(By.xpath("//button[starts-with(., 'Assign to me')]")).click();
        awaitText(plain, "Give back (local)");
        plain.get(url("/review?marked=on&assignee=local&" + part()));
        assertThat(plain.findElements(By.cssSelector("tr[data-row]"))).hasSize(1);
        show(plain, first);
        button(plain, "f").click();
        await(plain, b -> !text(b).contains("flagged by local"));
        button(plain, "s").click();
        await(plain, b -> id(b).equals(second));
        button(plain, "r").click();
        await(plain, b -> id(b).equals(first));

        assertThat(stored(second).text()).contains("SECOND_READING");
        button(plain, "s").click();
        // whoever asked is not the second reader
        awaitText(plain, "last one");
    }

    @Test
    void findsReviewedAnswersToTheSameQuestion() {
        String other = answer("It fits every bump of the noise.");
        String id = answer("It memorises the noise.");
        show(plain, other);
        button(plain, "a").click();
        awaitText(plain, "local decided");
        show(plain, id);
        plain.findElement(By.xpath("//summary[contains(., 'same question')]")).click();
        plain.findElement(By.linkText("Show them")).click();
        awaitText(plain, "by local");

        assertThat(text(plain)).contains("6 of 8", "It fits every bump of the noise.", "by local");
    }

    @Test
    void keepsFiltersUnderTheirNames() {
        answer("It memorises the noise.");
        plain.get(url("/review?flag=INJECTION_SUSPECTED&" + part()));
        plain.findElement(By.name("name")).sendKeys("Tricks " + question.substring(20, 28));
        plain.findElement(By.xpath("//button[.='Keep']")).click();
        await(plain, b -> !b.findElements(By.cssSelector(".saved a")).isEmpty());
        plain.get(url("/review"));
        String name = "Tricks " + question.substring(20, 28);
        plain.findElement(By.linkText(name)).click();
        await(plain, b -> b.getCurrentUrl().contains("flag="));
        assertThat(plain.getCurrentUrl()).contains("flag=INJECTION_SUSPECTED");
        assertThat(plain.findElements(By.cssSelector("tr[data-row]"))).hasSize(1);
        plain.findElement(By.cssSelector("[aria-label='Forget " + name + "']")).click();
        await(plain, b -> b.findElements(By.linkText(name)).isEmpty());
    }

    @Test
    void approvesManyOnceTheirNumberWasTyped() {
        String first = answer("It memorises the noise.");
        String second = answer("It learns by heart.");
        plain.get(url("/review/bulk?from=50&" + part()));
        assertThat(text(plain)).contains("2 answers of this part");
        WebElement count = plain.findElement(By.name("count"));
        count.sendKeys("3");
        count.submit();
        awaitText(plain, "Nothing was stored: there are now 2");
        plain.findElement(By.name("count")).sendKeys("2");
        plain.findElement(By.xpath("//button[.='Approve them']")).click();
        awaitText(plain, "2 answers were approved.");

        for (String id : new String[] {first, second}) {
            assertThat(stored(id).at("/status")).isEqualTo("REVIEWED");
            assertThat(stored(id).at("/review/reason"))
                    .isEqualTo("Approved with others, from 50 % confidence.");
        }
        plain.get(url("/review/bulk?from=99&" + part()));
        assertThat(text(plain)).contains("0 answers of this part");
    }
}
