package io.evenhand.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's server that events are sent to; it answers 204 until told otherwise. */
public final class Receiver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    /** Of its own: a service that stops in the same process takes the shared ones with it. */
    private static final LoopResources LOOPS = LoopResources.create("receiver", 2, true);

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final DisposableServer server;
    private volatile Function<HttpServerResponse, Publisher<Void>> script = answer(204);

    public Receiver() {
        server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .runOn(LOOPS)
                        .handle(this::handle)
                        .bindNow(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMapMany(body -> answer(new Event(request.requestHeaders(), body), response));
    }

    /** By the script of before the event is told of, which the test may change as soon as it is. */
    private Publisher<Void> answer(Event event, HttpServerResponse response) {
        Function<HttpServerResponse, Publisher<Void>> now = script;
        events.add(event);
        return now.apply(response);
    }

    public static Function<HttpServerResponse, Publisher<Void>> answer(
            int status, String... headers) {
        return response -> {
            for (int i = 0; i < headers.length; i += 2) {
                response.header(headers[i], headers[i + 1]);
            }
            return response.status(status).send();
        };
    }

    public static Function<HttpServerResponse, Publisher<Void>> silence() {
        return response -> Mono.never();
    }

    public void will(Function<HttpServerResponse, Publisher<Void>> newScript) {
        script = newScript;
    }

    public String url() {
        return "http://localhost:" + server.port() + "/hook";
    }

    public int port() {
        return server.port();
    }

    /** The next event, as soon as it comes. */
    public Event next() {
        try {
            Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(event).as("an event").isNotNull();
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many came and were not asked for. */
    public int unread() {
        return events.size();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    /** A request as it came. */
    public record Event(HttpHeaders headers, String body) {

        public String id() {
            return headers.get("webhook-id");
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        /** As a receiver does it, with the library. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headersAsMap());
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private Map<String, List<String>> headersAsMap() {
            return headers.names().stream().collect(Collectors.toMap(n -> n, headers::getAll));
        }
    }
}
