package io.evenhand.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Candidates who all hand in at once, each with a key of their own; half of them do not wait. */
final class Exam implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int candidates;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<JsonNode> graded = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Exam(int candidates) {
        this.candidates = candidates;
    }

    List<String> keys() {
        return IntStream.range(0, candidates).mapToObj(i -> "candidate-" + i).toList();
    }

    /** The ids of gradings that a client was promised, by key. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** The gradings that a client was given with their grade. */
    List<JsonNode> graded() {
        return graded;
    }

    /** What became of requests that were neither accepted nor answered. */
    List<String> failures() {
        return failures;
    }

    /** Hands everything in, and returns as soon as so many were acknowledged. */
    void begin(URI service, int enough) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(enough);
        for (String key : keys()) {
            threads.submit(() -> handIn(service, key, latch));
        }
        latch.await();
    }

    private void handIn(URI service, String key, CountDownLatch latch) {
        try {
            HttpResponse<String> response = post(service, key);
            if (response.statusCode() / 100 != 2) {
                failures.add(response.statusCode() + " " + response.body());
                return;
            }
            acknowledged.put(key, id(response));
            if (response.statusCode() == 200) {
                graded.add(JSON.readTree(response.body()));
            }
            latch.countDown();
        } catch (IOException | InterruptedException e) {
            failures.add(e.toString());
        }
    }

    /** Waits until no request is on its way any more. */
    void end() {
        threads.close();
    }

    HttpResponse<String> post(URI service, String key) throws IOException, InterruptedException {
        boolean waits = key.hashCode() % 2 == 0;
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/v1/gradings"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("Prefer", waits ? "wait=60" : "respond-async")
                        .POST(HttpRequest.BodyPublishers.ofString(body(key)))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(URI service, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    static String id(HttpResponse<String> response) {
        return JSON.readTree(response.body()).path("id").asString();
    }

    private static String body(String key) {
        return JSON.writeValueAsString(
                Map.of(
                        "question",
                        Map.of(
                                "text",
                                "What is overfitting?",
                                "modelAnswer",
                                "It fits the noise of its training data."),
                        "answer",
                        "It memorises the noise, says " + key + ".",
                        "candidateRef",
                        key));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
