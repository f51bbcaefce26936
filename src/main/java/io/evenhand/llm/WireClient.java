package io.evenhand.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Carries LangChain4j's calls: keeps an error's headers, reads no more than it must, and drops the
 * connection when its thread is interrupted.
 */
final class WireClient implements HttpClient {

    private final java.net.http.HttpClient http;
    private final long mostBytes;

    WireClient(java.net.http.HttpClient http, long mostBytes) {
        this.http = http;
        this.mostBytes = mostBytes;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) throws HttpException {
        HttpResponse<byte[]> response = send(toJdk(request));
        Envelope.check(response);
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    private HttpResponse<byte[]> send(java.net.http.HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallAbandoned(e);
        }
    }

    private static java.net.http.HttpRequest toJdk(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.method(
                        request.method().name(),
                        BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("gradings are not streamed from a model");
    }

    /** The caller has gone or run out of time. */
    static final class CallAbandoned extends RuntimeException {

        CallAbandoned(InterruptedException cause) {
            super(cause);
        }
    }
}
