package io.evenhand.durability;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL while answers are being graded: what was acknowledged is there, and everything is once.
 */
class KillIntegrationTests {

    private static final int CANDIDATES = 60;
    private static final int ENOUGH = 20;

    private static WireMockServer model;

    @TempDir Path folder;

    @BeforeAll
    static void startModel() {
        model =
                new WireMockServer(
                        wireMockConfig()
                                .dynamicPort()
                                .usingFilesUnderDirectory("docs/demo/wiremock")
                                .globalTemplating(false));
        model.start();
    }

    @AfterAll
    static void stopModel() {
        model.stop();
    }

    @Test
    void losesNothingOnTheEmbeddedDatabase() throws Exception {
        killAndCompare(Map.of("evenhand.examples", "false"));
    }

    @Test
    void losesNothingOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            killAndCompare(
                    Map.of(
                            "spring.datasource.url",
                            postgres.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username",
                            "postgres"));
        }
    }

    private void killAndCompare(Map<String, String> store) throws Exception {
        Map<String, String> settings = new HashMap<>(store);
        settings.put("evenhand.llm.models[0].provider", "openai");
        settings.put("evenhand.llm.models[0].base-url", model.baseUrl() + "/v1");
        settings.put("evenhand.llm.models[0].model", "demo");
        settings.put("evenhand.llm.deadline", "10s");
        settings.put("evenhand.grading.lease", "2s");
        try (Exam exam = new Exam(CANDIDATES)) {
            try (PackagedService first = PackagedService.start(folder, settings)) {
                exam.begin(first.url(), ENOUGH);
                first.kill();
                exam.end();
            }
            try (PackagedService second = PackagedService.start(folder, settings)) {
                assertThatEverythingIsSettled(exam, second.url());
                assertThatGradesAreAsTheyWereGiven(exam, second.url());
                assertThatEveryKeyGivesOneGrading(exam, second.url());
            }
        }
    }

    private static void assertThatEverythingIsSettled(Exam exam, URI service) throws Exception {
        List<String> stored = ids(exam.get(service, "/v1/gradings?limit=200"));
        assertThat(stored).containsAll(exam.acknowledged().values());
        for (String id : stored) {
            JsonNode grading = exam.get(service, "/v1/gradings/" + id + "?wait=60");
            assertThat(grading.path("status").asString())
                    .as(grading.toString())
                    .isIn("GRADED", "NEEDS_REVIEW", "PROVISIONAL");
        }
    }

    private static void assertThatGradesAreAsTheyWereGiven(Exam exam, URI service)
            throws IOException, InterruptedException {
        for (JsonNode given : exam.graded()) {
            JsonNode now = exam.get(service, "/v1/gradings/" + given.path("id").asString());
            for (String field : List.of("status", "score", "revision", "criteria", "gradedAt")) {
                assertThat(now.path(field)).as(field).isEqualTo(given.path(field));
            }
        }
    }

    private static void assertThatEveryKeyGivesOneGrading(Exam exam, URI service)
            throws IOException, InterruptedException {
        for (String key : exam.keys()) {
            String id = Exam.id(exam.post(service, key));
            assertThat(id).isEqualTo(exam.acknowledged().getOrDefault(key, id));
            JsonNode list = exam.get(service, "/v1/gradings?candidateRef=" + key);
            assertThat(ids(list)).containsExactly(id);
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }
}
