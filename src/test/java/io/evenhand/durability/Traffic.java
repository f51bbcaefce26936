package io.evenhand.durability;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients of two tenants as a platform writes them: each request has a key, and is sent again with
 * it to either instance until it is acknowledged.
 */
final class Traffic implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DUPLICATES = 50;

    /** Of each batch. */
    static final int LINES = 30;

    private static final int RECORDS = 10;

    private final Cluster cluster;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final Map<Handed, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final List<Handed> batches = new CopyOnWriteArrayList<>();
    private final List<JsonNode> seen = new CopyOnWriteArrayList<>();
    private final List<Future<?>> open = new CopyOnWriteArrayList<>();
    private final Topics topics = new Topics();

    Traffic(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The ids that clients were given, by what they handed in; one each if all is well. */
    Map<Handed, Set<String>> acknowledged() {
        return acknowledged;
    }

    /** Batches that were acknowledged. */
    List<Handed> batches() {
        return batches;
    }

    Topics topics() {
        return topics;
    }

    /** Final gradings as clients saw them. */
    List<JsonNode> seen() {
        return seen;
    }

    /**
     * Starts a round of single answers, one of them {@value #DUPLICATES} times at once, and a
     * batch.
     */
    void begin(int round, int singles) {
        for (String tenant : Cluster.TENANTS) {
            for (int i = 0; i < singles; i++) {
                Handed handed = new Handed(tenant, tenant + "-" + round + "-" + i);
                submit(handed, i);
            }
        }
        Handed doubled = new Handed("alpha", "alpha-" + round + "-doubled");
        IntStream.range(0, DUPLICATES).forEach(i -> submit(doubled, i));
        open.add(threads.submit(() -> batch(round)));
        open.add(threads.submit(() -> records(round)));
    }

    /** Waits until all that was begun is acknowledged, or fails. */
    void end() throws ExecutionException, InterruptedException {
        for (Future<?> one : open) {
            one.get();
        }
        open.clear();
    }

    private void submit(Handed handed, int number) {
        open.add(threads.submit(() -> handIn(handed, number)));
    }

    private void handIn(Handed handed, int number) {
        String prefer = ThreadLocalRandom.current().nextBoolean() ? "wait=20" : "respond-async";
        JsonNode grading =
                untilAcknowledged(
                        number,
                        instance ->
                                request(instance, "/v1/gradings", handed)
                                        .header("Content-Type", "application/json")
                                        .header("Prefer", prefer)
                                        .POST(body(answer(handed.key()))));
        acknowledged
                .computeIfAbsent(handed, same -> ConcurrentHashMap.newKeySet())
                .add(grading.path("id").asString());
        if (grading.path("revision").asInt() > 0) {
            seen.add(grading);
        }
    }

    private void batch(int round) {
        Handed handed = new Handed("beta", "beta-" + round + "-batch");
        String lines =
                IntStream.range(0, LINES)
                        .mapToObj(i -> JSON.writeValueAsString(answer(handed.key() + "-" + i)))
                        .collect(Collectors.joining("\n"));
        JsonNode batch =
                untilAcknowledged(
                        round,
                        instance ->
                                request(instance, "/v1/batches", handed)
                                        .header("Content-Type", "application/x-ndjson")
                                        .POST(HttpRequest.BodyPublishers.ofString(lines)));
        batches.add(new Handed("beta", batch.path("id").asString()));
    }

    /** Each of them twice, as a producer does that was not sure of its first try. */
    private Void records(int round) throws ExecutionException, InterruptedException {
        for (int i = 0; i < RECORDS; i++) {
            String tenant = Cluster.TENANTS.get(i % Cluster.TENANTS.size());
            Handed handed = new Handed(tenant, tenant + "-" + round + "-record-" + i);
            String body = JSON.writeValueAsString(answer(handed.key()));
            topics.send(handed, body);
            topics.send(handed, body);
        }
        return null;
    }

    private JsonNode untilAcknowledged(int first, Attempt attempt) {
        Instant end = Instant.now().plus(PATIENCE);
        String last = "nothing";
        for (int i = first; Instant.now().isBefore(end); i++) {
            try {
                HttpRequest request = attempt.at(i).build();
                HttpResponse<String> response =
                        http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return JSON.readTree(response.body());
                }
                last = response.statusCode() + " " + response.body();
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new IllegalStateException("never acknowledged: " + last);
    }

    /** As clients back off; nothing is waited for here. */
    private static void pause() {
        try {
            Thread.sleep(100 + ThreadLocalRandom.current().nextInt(200));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(int instance, String path, Handed handed) {
        return HttpRequest.newBuilder(cluster.url(instance).resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + Cluster.keyOf(handed.tenant()))
                .header("Idempotency-Key", handed.key());
    }

    HttpResponse<String> get(int instance, String path, String tenant)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(cluster.url(instance).resolve(path))
                        .header("Authorization", "Bearer " + Cluster.keyOf(tenant))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Registers each tenant's receiver for what is graded. */
    void listen() throws IOException, InterruptedException {
        for (String tenant : Cluster.TENANTS) {
            Map<String, Object> endpoint =
                    Map.of(
                            "url",
                            cluster.receiver(tenant).url(),
                            "events",
                            List.of("grading.completed"));
            HttpRequest request =
                    HttpRequest.newBuilder(cluster.url(0).resolve("/v1/webhooks"))
                            .header("Authorization", "Bearer " + Cluster.keyOf(tenant))
                            .header("Content-Type", "application/json")
                            .POST(body(endpoint))
                            .build();
            HttpResponse<String> made = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (made.statusCode() != 201) {
                throw new IllegalStateException(made.body());
            }
        }
    }

    private static Map<String, Object> answer(String key) {
        Map<String, Object> question =
                Map.of(
                        "text",
                        "What is overfitting?",
                        "modelAnswer",
                        "It fits the noise of its training data.");
        return Map.of(
                "question",
                question,
                "answer",
                "It memorises the noise, says " + key + ".",
                "candidateRef",
                key);
    }

    private static HttpRequest.BodyPublisher body(Map<String, Object> body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        topics.close();
        http.shutdownNow();
    }

    /** What a tenant handed in, under its idempotency key, which is its candidate too. */
    record Handed(String tenant, String key) {}

    /** A request to one of the instances. */
    private interface Attempt {
        HttpRequest.Builder at(int instance);
    }
}
