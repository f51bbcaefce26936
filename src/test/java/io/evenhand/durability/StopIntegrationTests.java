package io.evenhand.durability;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** SIGTERM while a slow model is asked: nobody is left without an answer, and nothing is held. */
@Timeout(300)
class StopIntegrationTests {

    /** No more than the clients' threads, so that all of them are there when it stops. */
    private static final int CANDIDATES = 16;

    private static final Path DEMO = Path.of("docs/demo/wiremock");

    private static final Pattern DELAY = Pattern.compile("\"delayDistribution\": \\{[^}]*}");

    @TempDir Path folder;

    private WireMockServer model;
    private EmbeddedPostgres postgres;
    private JdbcClient jdbc;

    @BeforeEach
    void start() throws Exception {
        model =
                new WireMockServer(
                        wireMockConfig()
                                .dynamicPort()
                                .containerThreads(4 * CANDIDATES)
                                .usingFilesUnderDirectory(DEMO.toString())
                                .globalTemplating(false));
        model.start();
        postgres = EmbeddedPostgres.start();
        jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    }

    @AfterEach
    void stop() throws Exception {
        model.stop();
        postgres.close();
    }

    @Test
    void whatIsDoneInTimeIsAnswered() throws Exception {
        try (Exam exam = new Exam(CANDIDATES);
                PackagedService service = PackagedService.start(folder, settings("60s"))) {
            begin(exam, service, Duration.ofSeconds(10));

            service.terminate();
            assertThat(readiness(exam, service.url())).isEqualTo("OUT_OF_SERVICE");
            assertThat(exam.acknowledged()).as("who waits has no answer yet").hasSizeLessThan(16);
            assertThatWhoeverComesNowIsSentElsewhere(exam, service.url());
            service.awaitEnd();
            exam.end();

            assertThat(exam.failures()).isEmpty();
            assertThat(exam.acknowledged()).hasSize(CANDIDATES);
            assertThat(exam.graded()).isNotEmpty();
            assertThat(count("status in ('GRADED', 'NEEDS_REVIEW')")).isEqualTo(CANDIDATES);
            assertThat(held()).isZero();
        }
    }

    @Test
    void whatIsNotIsLetGoAndTakenUpByTheNext() throws Exception {
        try (Exam exam = new Exam(CANDIDATES)) {
            try (PackagedService first = PackagedService.start(folder, settings("1s"))) {
                begin(exam, first, Duration.ofSeconds(50));
                first.terminate();
                first.awaitEnd();
                exam.end();
            }
            assertThat(exam.failures()).isEmpty();
            assertThat(exam.acknowledged()).hasSize(CANDIDATES);
            assertThat(exam.graded()).isEmpty();
            assertThat(held()).isZero();
            assertThat(count("status = 'QUEUED'")).isEqualTo(CANDIDATES);

            modelAnswersAfter(Duration.ZERO);
            try (PackagedService second = PackagedService.start(folder, settings("20s"))) {
                for (Map.Entry<String, String> promised : exam.acknowledged().entrySet()) {
                    assertThatItIsGradedOnce(exam, second.url(), promised);
                }
            }
        }
    }

    private void begin(Exam exam, PackagedService service, Duration delay) throws Exception {
        modelAnswersAfter(delay);
        exam.begin(service.url(), 1);
        while (model.findAll(anyRequestedFor(anyUrl())).size() < CANDIDATES
                && count("true") < CANDIDATES) {
            Thread.onSpinWait();
        }
    }

    /** As the demo does, but for the time that it takes; the last mapping that was added counts. */
    private void modelAnswersAfter(Duration time) throws Exception {
        String mapping = Files.readString(DEMO.resolve("mappings/chat-completions.json"));
        String delay = "\"fixedDelayMilliseconds\": %d".formatted(time.toMillis());
        String delayed = DELAY.matcher(mapping).replaceFirst(delay);
        assertThat(delayed).isNotEqualTo(mapping);
        model.addStubMapping(StubMapping.buildFrom(delayed));
    }

    private static String readiness(Exam exam, URI service) throws Exception {
        String status = "UP";
        while (status.equals("UP")) {
            JsonNode health = exam.get(service, "/actuator/health/readiness");
            status = health.path("status").asString();
        }
        return status;
    }

    private static void assertThatWhoeverComesNowIsSentElsewhere(Exam exam, URI service)
            throws Exception {
        String waits =
                IntStream.iterate(0, i -> i + 1)
                        .mapToObj(i -> "late-" + i)
                        .filter(key -> key.hashCode() % 2 == 0)
                        .findFirst()
                        .orElseThrow();
        HttpResponse<String> response = exam.post(service, waits);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body()).contains("OVERLOADED").contains("about to stop");
    }

    private static void assertThatItIsGradedOnce(
            Exam exam, URI service, Map.Entry<String, String> promised) throws Exception {
        JsonNode grading = exam.get(service, "/v1/gradings/" + promised.getValue() + "?wait=60");
        assertThat(grading.path("status").asString())
                .as(grading.toString())
                .isIn("GRADED", "NEEDS_REVIEW");
        assertThat(grading.path("revision").asInt()).isEqualTo(1);
        assertThat(Exam.id(exam.post(service, promised.getKey())))
                .as("the key replays")
                .isEqualTo(promised.getValue());
    }

    private int held() {
        return count("status = 'GRADING' or lease_until is not null");
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from grading where " + condition)
                .query(Integer.class)
                .single();
    }

    private Map<String, String> settings(String drain) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("spring.datasource.username", "postgres");
        settings.put("evenhand.llm.models[0].provider", "openai");
        settings.put("evenhand.llm.models[0].base-url", model.baseUrl() + "/v1");
        settings.put("evenhand.llm.models[0].model", "demo");
        settings.put("evenhand.llm.deadline", "90s");
        settings.put("evenhand.llm.attempt-timeout", "80s");
        settings.put("evenhand.grading.lease", "600s");
        settings.put("evenhand.dispatch.drain", drain);
        return settings;
    }
}
