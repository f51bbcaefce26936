package io.evenhand.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks like an OpenAI-compatible one and judges without thinking, after a delay
 * that can be set; for benchmarks, tests that kill things, and trying the service without a model.
 */
public final class StubModel implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Clock clock = Clock.systemUTC(); // its own: it stands for another machine
    private final DisposableServer server;
    private volatile Duration delay;
    private volatile int status = OK;

    private StubModel(String host, int port, Duration delay) {
        this.delay = delay;
        this.server =
                HttpServer.create()
                        .host(host)
                        .port(port)
                        .route(routes -> routes.post("/v1/chat/completions", this::complete))
                        .bindNow();
    }

    /**
     * @param port 0 for any that is free
     */
    public static StubModel start(String host, int port, Duration delay) {
        return new StubModel(host, port, delay);
    }

    /** What goes into {@code evenhand.llm.models[n].base-url}. */
    public String baseUrl() {
        return "http://" + server.host() + ":" + server.port() + "/v1";
    }

    /** How long it takes from now on. */
    public void delay(Duration longer) {
        this.delay = longer;
    }

    /** The status it answers with from now on; anything but 200 has no judgement in it. */
    public void status(int other) {
        this.status = other;
    }

    /** Calls that have arrived since the start, whatever became of them. */
    public long calls() {
        return calls.get();
    }

    /** Calls that are being answered. */
    public int inFlight() {
        return inFlight.get();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> complete(HttpServerRequest request, HttpServerResponse response) {
        Instant asked = clock.instant();
        calls.incrementAndGet();
        inFlight.incrementAndGet();
        Mono<String> body = request.receive().aggregate().asString();
        Mono<String> late = delay.isZero() ? body : body.delayElement(delay);
        return late.flatMap(text -> reply(response, text, asked))
                .doFinally(signal -> inFlight.decrementAndGet());
    }

    private Mono<Void> reply(HttpServerResponse response, String body, Instant asked) {
        if (status != OK) {
            return response.status(status).send().then();
        }
        JsonNode request = JSON.readTree(body);
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(StubReply.to(request, asked)))
                .then();
    }
}
