package io.evenhand.bench;

import io.evenhand.platform.CommandLine;
import java.util.concurrent.CountDownLatch;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

/**
 * The baseline of benchmarks: a WebFlux service that hands a body on to a model and the model's
 * reply back, and does nothing else.
 */
public final class RelayCommand {

    /** More than any benchmark has in flight: what is compared is the way through, not a pool. */
    private static final int MOST_CALLS = 4000;

    private final WebClient model;

    private RelayCommand(String baseUrl) {
        ConnectionProvider connections =
                ConnectionProvider.builder("model")
                        .maxConnections(MOST_CALLS)
                        .pendingAcquireMaxCount(MOST_CALLS)
                        .build();
        this.model =
                WebClient.builder()
                        .baseUrl(baseUrl)
                        .clientConnector(
                                new ReactorClientHttpConnector(HttpClient.create(connections)))
                        .build();
    }

    public static void main(String[] arguments) throws InterruptedException {
        CommandLine options = CommandLine.parse(arguments);
        int port = Integer.parseInt(options.or("port", "8082"));
        RelayCommand relay = new RelayCommand(options.required("model"));
        HttpHandler handler =
                RouterFunctions.toHttpHandler(
                        RouterFunctions.route().POST("/v1/chat/completions", relay::relay).build());
        HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        new CountDownLatch(1).await();
    }

    private Mono<ServerResponse> relay(ServerRequest request) {
        return request.bodyToMono(String.class)
                .flatMap(
                        body ->
                                model.post()
                                        .uri("/chat/completions")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .bodyValue(body)
                                        .retrieve()
                                        .bodyToMono(String.class))
                .flatMap(
                        reply ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .bodyValue(reply));
    }
}
