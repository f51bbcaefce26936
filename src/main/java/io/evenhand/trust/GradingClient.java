package io.evenhand.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has answers graded by a running service. */
final class GradingClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;
    private final Optional<String> key;
    private final Duration patience;

    GradingClient(URI service, Optional<String> key, Duration patience) {
        this.url = service.resolve("/v1/gradings");
        this.key = key;
        this.patience = patience;
    }

    /** The grading, once it has a grade or none can be made. */
    JsonNode grade(GoldAnswer gold) throws IOException, InterruptedException {
        return grade(gold.id(), body(gold));
    }

    /** The grading of a request, once it has a grade or none can be made. */
    JsonNode grade(String id, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "the service answered %d to %s: %s"
                            .formatted(response.statusCode(), id, response.body()));
        }
        return JSON.readTree(response.body());
    }

    private static Map<String, Object> body(GoldAnswer gold) {
        Map<String, Object> question = new TreeMap<>();
        question.put("text", gold.question());
        if (!gold.modelAnswers().isEmpty()) {
            question.put("modelAnswers", gold.modelAnswers());
            question.put("points", gold.maxScore());
        }
        if (!gold.items().isEmpty()) {
            question.put("rubric", rubric(gold));
        }
        return Map.of(
                "question",
                question,
                "answer",
                gold.answer(),
                "language",
                "en",
                "metadata",
                Map.of("gold", gold.id()));
    }

    /** Its items as the service wants them. */
    static Map<String, Object> rubric(GoldAnswer gold) {
        return Map.of("criteria", gold.items().stream().map(GradingClient::criterion).toList());
    }

    private static Map<String, Object> criterion(GoldAnswer.Item item) {
        return Map.of(
                "id", "item-" + item.id(), "description", item.text(), "points", item.points());
    }

    /** The share of its points that each criterion got, 0 to 1; what cannot be told counts 0. */
    static List<Double> shares(JsonNode grading) {
        return grading.path("criteria")
                .valueStream()
                .map(c -> c.path("points").asDouble(0) / c.path("maxPoints").asDouble(1))
                .toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
