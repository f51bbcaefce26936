package io.evenhand.delivery.send;

import com.standardwebhooks.Webhook;
import io.evenhand.delivery.DeliverySettings;
import io.evenhand.delivery.address.CheckedAddresses;
import io.evenhand.delivery.address.Receivers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Posts events to receivers: to checked addresses alone, and no further than they answer. */
@Component
class Poster implements DisposableBean {

    private static final int THREADS = 2;
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** A polite receiver's answer is read so that its connection can be used again. */
    private static final long MOST_BYTES = 16_384;

    private static final Duration LONGEST_BODY = Duration.ofSeconds(2);

    private final ConnectionProvider connections;
    private final LoopResources loops = LoopResources.create("deliveries", THREADS, true);
    private final WebClient client;
    private final Duration timeout;
    private final Clock clock;

    Poster(DeliverySettings settings, Receivers receivers, Clock clock) {
        this.timeout = settings.timeout();
        this.clock = clock;
        this.connections =
                ConnectionProvider.builder("deliveries")
                        .maxConnections(settings.maxConcurrent())
                        .maxIdleTime(IDLE)
                        .build();
        // a client of its own: the shared one would tell receivers of our traces
        this.client =
                WebClient.builder()
                        .clientConnector(
                                new ReactorClientHttpConnector(
                                        HttpClient.create(connections)
                                                .runOn(loops)
                                                .resolver(new CheckedAddresses(receivers))
                                                .followRedirect(false)
                                                .disableRetry(true)))
                        .defaultHeader(HttpHeaders.USER_AGENT, "Evenhand")
                        .build();
    }

    /** Never fails: what went wrong is part of the answer. */
    Mono<Answer> post(Letter letter) {
        return client.post()
                .uri(letter.to())
                .contentType(MediaType.APPLICATION_JSON)
                .header(Webhook.UNBRANDED_MSG_ID_KEY, letter.id())
                .header(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(letter.timestamp()))
                .header(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, letter.signatures())
                .bodyValue(letter.body())
                .exchangeToMono(this::answer)
                .timeout(timeout)
                .onErrorResume(error -> Mono.just(Answer.of(Faults.of(error))));
    }

    /** The status line says it all; what comes after it is read a little and believed never. */
    private Mono<Answer> answer(ClientResponse response) {
        Answer answer =
                Answer.of(
                        response.statusCode().value(),
                        RetryAfter.in(response.headers().asHttpHeaders(), clock));
        return DataBufferUtils.takeUntilByteCount(
                        response.body(BodyExtractors.toDataBuffers()), MOST_BYTES)
                .doOnNext(DataBufferUtils.releaseConsumer())
                .take(LONGEST_BODY)
                .then()
                .onErrorComplete()
                .thenReturn(answer);
    }

    @Override
    public void destroy() {
        connections.dispose();
        loops.dispose();
    }
}
