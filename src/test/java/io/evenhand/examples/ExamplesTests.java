package io.evenhand.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.evenhand.EvenhandApplication;
import io.evenhand.support.ScriptedGraders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** What a first start of the embedded default has to show, and from when on. */
class ExamplesTests {

    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    private static final String ANSWER =
            "{\"questionId\": \"%s\", \"answer\": \"It fits the noise.\"}";

    @TempDir Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;
    private int ofTheBank;
    private int ofTheExamples;

    @Test
    void theFirstAnswerThatCanBeHandedInFindsTheShippedQuestions() {
        try (ConfigurableApplicationContext service = start(this::handInAtOnce)) {
            assertThat(service.isRunning()).isTrue();
            assertThat(ofTheBank).isEqualTo(200);
            assertThat(ofTheExamples).isEqualTo(200);
        }
    }

    @Test
    void theirAnswersAreGradedOnceWorkIsTakenAndOnlyOnce() {
        try (ConfigurableApplicationContext service = start(this::notePort)) {
            assertThat(service.isRunning()).isTrue();
            await().atMost(Duration.ofSeconds(30)).until(() -> gradings() == 11);
        }
        try (ConfigurableApplicationContext again = start(this::notePort)) {
            assertThat(again.isRunning()).isTrue();
            assertThat(gradings()).isEqualTo(11);
        }
    }

    private ConfigurableApplicationContext start(
            ApplicationListener<WebServerInitializedEvent> listening) {
        return new SpringApplicationBuilder(EvenhandApplication.class, ScriptedGraders.class)
                .initializers(context -> context.addApplicationListener(listening))
                .run(
                        "--server.port=0",
                        "--evenhand.examples=true",
                        "--evenhand.data=" + data,
                        "--spring.datasource.url=jdbc:h2:file:" + data + "/evenhand" + OPTIONS);
    }

    private void notePort(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    private void handInAtOnce(WebServerInitializedEvent event) {
        notePort(event);
        ofTheBank = status(ANSWER.formatted("overfitting-and-underfitting"));
        ofTheExamples = status(ANSWER.formatted("overfitting"));
    }

    private int status(String body) {
        return send(HttpRequest.newBuilder(uri())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private int gradings() {
        return send(HttpRequest.newBuilder(uri())).body().split("\"createdAt\"").length - 1;
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/v1/gradings");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
