package io.evenhand.trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands questions and whole batches of answers to a running service. */
final class BatchClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int UPLOADS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI service;
    private final Optional<String> key;

    BatchClient(URI service, Optional<String> key) {
        this.service = service;
        this.key = key;
    }

    /** What became of the questions of a table. */
    JsonNode importQuestions(String csv) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/v1/questions/import")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv));
        return json(request);
    }

    /**
     * Uploads lines of NDJSON; one that breaks off goes on where it ended.
     *
     * @param lines is asked for all of them at each attempt
     * @return the id of the batch
     */
    String upload(Supplier<InputStream> lines) throws IOException, InterruptedException {
        String attempts = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(lines);
            try {
                return json(request("/v1/batches")
                                .header("Content-Type", "application/x-ndjson")
                                .header("Idempotency-Key", attempts)
                                .POST(body))
                        .path("id")
                        .asString();
            } catch (RefusedException refused) {
                throw refused;
            } catch (IOException broken) {
                if (attempt == UPLOADS) {
                    throw broken;
                }
            }
        }
    }

    JsonNode batch(String id) throws IOException, InterruptedException {
        return json(request("/v1/batches/" + id));
    }

    /** The results in the order of the upload, read as they are consumed; to be closed. */
    Stream<JsonNode> results(String id) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/v1/batches/" + id + "/results").header("Accept", "application/x-ndjson");
        HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new RefusedException("the service answered " + response.statusCode());
        }
        return response.body().map(JSON::readTree);
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new RefusedException(
                    "the service answered %d: %s"
                            .formatted(response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return http.send(request.build(), handler);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path));
    }

    @Override
    public void close() {
        http.close();
    }

    /** The service said no, which trying again does not change. */
    private static final class RefusedException extends IOException {
        private RefusedException(String message) {
            super(message);
        }
    }
}
