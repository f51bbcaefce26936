package io.evenhand.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.support.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;

/** The packaged service as somebody sees it who has just started it for the first time. */
class FirstStartIntegrationTests {

    private static final int EXAMPLES = 11;

    @TempDir private static Path folder;
    private static PackagedService service;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() throws Exception {
        service = PackagedService.start(folder, Map.of());
        try (Exam exam = new Exam(0)) {
            JsonNode newest = exam.get(service.url(), "/v1/gradings?limit=200").path("items");
            for (JsonNode grading : newest) {
                exam.get(
                        service.url(),
                        "/v1/gradings/" + grading.path("id").asString() + "?wait=60");
            }
        }
        browser = Browser.open();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        service.close();
    }

    @Test
    void showsGradedExamplesAndWhyTheyGotTheirScore() {
        browser.get(service.url().toString());
        List<WebElement> rows = browser.findElements(By.cssSelector("tbody tr"));
        assertThat(rows).hasSize(EXAMPLES);

        WebElement provisional =
                rows.stream()
                        .filter(row -> row.getText().contains("An overfitted model"))
                        .findFirst()
                        .orElseThrow();
        provisional.findElement(By.tagName("a")).click();

        assertThat(browser.findElement(By.cssSelector(".note")).getText())
                .contains("in-process grader")
                .contains("no model configured");
        assertThat(browser.findElements(By.tagName("mark"))).isNotEmpty();
        assertThat(browser.findElement(By.cssSelector("main")).getText()).contains("accepted");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    @Test
    void saysInTheLogWhatHappensWithoutAModel() {
        assertThat(service.output())
                .containsOnlyOnce("No LLM is configured")
                .contains("provisional grades from the in-process grader");
    }

    @Test
    void tellsASecondProcessOnTheSameFolderWhatToDo() {
        assertThatThrownBy(() -> PackagedService.start(folder, Map.of()))
                .hasMessageContaining("Another process has the embedded database open")
                .hasMessageContaining("--evenhand.data=");
    }

    @Test
    void tellsASecondProcessOnTheSamePortWhatToDo(@TempDir Path other) {
        String port = Integer.toString(service.url().getPort());

        assertThatThrownBy(() -> PackagedService.start(other, Map.of("server.port", port)))
                .hasMessageContaining("Port " + port + " was already in use");
    }

    @Test
    void refusesToListenToOthersWithoutAKey(@TempDir Path other) {
        assertThatThrownBy(() -> PackagedService.start(other, Map.of("server.address", "0.0.0.0")))
                .hasMessageContaining("no API key is set")
                .hasMessageContaining("evenhand.access.keys[0].hash");
    }
}
