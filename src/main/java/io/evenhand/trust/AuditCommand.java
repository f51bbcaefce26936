package io.evenhand.trust;

import io.evenhand.platform.CommandLine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/audit}: has a running service verify its audit, or prints the seals to keep elsewhere.
 * Ends with 1 if anything differs.
 */
public final class AuditCommand {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;

    private final CommandLine options;
    private final URI service;
    private final Optional<String> key;

    AuditCommand(CommandLine options, Optional<String> key) {
        this.options = options;
        this.service = URI.create(options.or("url", "http://127.0.0.1:8080"));
        this.key = key;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String what = arguments.length == 0 ? "" : arguments[0];
        CommandLine options = CommandLine.parse(arguments);
        if (!what.equals("verify") && !what.equals("seals")) {
            throw new IllegalArgumentException("say verify or seals");
        }
        AuditCommand command =
                new AuditCommand(options, Optional.ofNullable(System.getenv("EVENHAND_API_KEY")));
        int end = what.equals("verify") ? command.verify() : command.seals();
        if (end != WHOLE) {
            System.exit(end);
        }
    }

    int verify() throws IOException, InterruptedException {
        String kept =
                options.value("seal")
                        .map(hash -> "?seal=" + URLEncoder.encode(hash, StandardCharsets.UTF_8))
                        .orElse("");
        JsonNode found = get("/v1/audit/verification" + kept);
        boolean whole = found.path("whole").asBoolean();
        options.out(
                "%s: %d gradings, %d entries, %d seals, %d entries not sealed yet%n"
                        .formatted(
                                whole ? "whole" : "BROKEN",
                                found.path("gradings").asInt(),
                                found.path("entries").asInt(),
                                found.path("seals").asInt(),
                                found.path("unsealedEntries").asInt()));
        if (!whole) {
            options.out(
                    "%d faults, the first: %s%n"
                            .formatted(
                                    found.path("faults").asInt(), words(found.path("firstFault"))));
        }
        JsonNode latest = found.path("latestSeal");
        if (latest.isObject()) {
            options.out(
                    "seal %d: %s%n"
                            .formatted(
                                    latest.path("number").asInt(), latest.path("hash").asString()));
        }
        return whole ? WHOLE : BROKEN;
    }

    private static String words(JsonNode fault) {
        StringBuilder words = new StringBuilder(fault.path("kind").asString());
        for (String where : new String[] {"gradingId", "entry", "seal"}) {
            if (!fault.path(where).isNull()) {
                words.append(' ').append(where).append(' ').append(fault.path(where).asString());
            }
        }
        return words.toString();
    }

    /** Newest first, one a line. */
    int seals() throws IOException, InterruptedException {
        String cursor = "";
        do {
            JsonNode page = get("/v1/audit/seals?limit=200" + cursor);
            page.path("items").forEach(seal -> options.out(seal + "\n"));
            cursor =
                    page.path("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return WHOLE;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofHours(1));
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(
                        "the service answered %d: %s"
                                .formatted(response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        }
    }
}
