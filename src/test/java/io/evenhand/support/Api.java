package io.evenhand.support;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP, as any client would. */
public final class Api {

    /** One criterion of four points; whoever is scripted to meet it gives them. */
    public static final String BODY =
            """
            {"question": {"text": "What is overfitting?", "modelAnswer": "It fits noise.",
              "rubric": {"criteria": [{"id": "noise", "description": "Says noise", "points": 4}]}},
             "answer": "It memorises the noise.", "candidateRef": "c-1"}
            """;

    /** Bytes of a reply: a whole bank fits. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            tools.jackson.databind.DeserializationFeature
                                    .USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /** Of its own: a service that stops in the same process takes the shared ones with it. */
    private static final ReactorClientHttpConnector CONNECTOR =
            new ReactorClientHttpConnector(
                    HttpClient.create(ConnectionProvider.newConnection())
                            .runOn(LoopResources.create("test-client", 2, true)));

    private final Environment environment;

    public Api(Environment environment) {
        this.environment = environment;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** {@link #BODY} with another answer, which is written as a JSON string. */
    public static String body(String answer) {
        return BODY.replace("\"It memorises the noise.\"", JSON.writeValueAsString(answer));
    }

    /** {@link #BODY} with more fields, each of which ends in a comma. */
    public static String bodyWith(String fields) {
        return BODY.replaceFirst("\\{", "{" + java.util.regex.Matcher.quoteReplacement(fields));
    }

    /** A client of streams. */
    public WebClient webClient() {
        return WebClient.builder().clientConnector(CONNECTOR).baseUrl(url("")).build();
    }

    public Reply post(String body, String... headers) {
        return send(HttpMethod.POST, "/v1/gradings", body, headers);
    }

    public Reply get(String path, String... headers) {
        return send(HttpMethod.GET, path, "", headers);
    }

    /**
     * @param headers names and values in turn
     */
    public Reply send(HttpMethod method, String path, String body, String... headers) {
        return send(
                method,
                path,
                request -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        request.set(headers[i], headers[i + 1]);
                    }
                },
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Reply send(HttpMethod method, String path, Consumer<HttpHeaders> headers, byte[] body) {
        WebTestClient.RequestBodySpec request =
                WebTestClient.bindToServer(CONNECTOR)
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                        .responseTimeout(Duration.ofSeconds(60))
                        .build()
                        .method(method)
                        .uri(URI.create(url(path)));
        if (body.length > 0) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        request.headers(headers);
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        byte[] text = result.getResponseBody();
        return new Reply(
                result.getStatus().value(),
                result.getResponseHeaders(),
                text == null ? new byte[0] : text);
    }

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, byte[] body) {

        public String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** A field's text, at a JSON Pointer. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        public String id() {
            return at("/id");
        }
    }
}
