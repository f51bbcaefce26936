package io.evenhand.batch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.support.Api;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands batches in and waits for what becomes of them, as a client would. */
public final class BatchApi {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";
    public static final String ARRAY = "application/json";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api;

    public BatchApi(Api api) {
        this.api = api;
    }

    /** A line about the question of {@link Api#BODY}. */
    public static String line(String customId, String answer) {
        return Api.body(answer)
                .replaceFirst("\\{", "{\"customId\": \"" + customId + "\", ")
                .replace("\n", "");
    }

    /** So many good lines, named line-1 and so on. */
    public static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line("line-" + i, "It fits the noise " + i))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    public Api.Reply upload(String type, String body, String... headers) {
        return uploadWith(type, "", body, headers);
    }

    /**
     * @param query from its question mark on
     */
    public Api.Reply uploadWith(String type, String query, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        return api.send(HttpMethod.POST, "/v1/batches" + query, body, all);
    }

    /** The id of a batch that was taken as a whole. */
    public String accepted(Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.headers().getFirst("Location")).isEqualTo("/v1/batches/" + reply.id());
        return reply.id();
    }

    public JsonNode get(String id) {
        return api.get("/v1/batches/" + id).json();
    }

    /** The batch as its events show it when it has come to that status. */
    public JsonNode until(String id, String status) {
        List<JsonNode> views = progress(id, status);
        JsonNode last = views.getLast();
        assertThat(last.at("/status").asString()).as(last.toString()).isEqualTo(status);
        return last;
    }

    /** What the events showed until then. */
    public List<JsonNode> progress(String id, String status) {
        return Objects.requireNonNull(
                api.webClient()
                        .get()
                        .uri("/v1/batches/" + id + "/events")
                        .retrieve()
                        .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .filter(event -> "progress".equals(event.event()))
                        .map(event -> (JsonNode) JSON.readTree(event.data()))
                        .takeUntil(view -> view.at("/status").asString().equals(status))
                        .collectList()
                        .block(PATIENCE));
    }

    public List<JsonNode> results(String id) {
        return api.get("/v1/batches/" + id + "/results")
                .text()
                .lines()
                .map(line -> (JsonNode) JSON.readTree(line))
                .toList();
    }

    public String table(String id) {
        Api.Reply reply = api.get("/v1/batches/" + id + "/results", "Accept", CSV);
        assertThat(String.valueOf(reply.headers().getContentType())).startsWith(CSV);
        return reply.text();
    }
}
