package io.evenhand.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.turns.Urgency;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A server that never answers and hears when its caller goes away, which WireMock cannot. */
class CancellationTests {

    private final CountDownLatch arrived = new CountDownLatch(2);
    private final CountDownLatch gone = new CountDownLatch(2);
    private final DisposableServer server =
            HttpServer.create()
                    .port(0)
                    .handle(
                            (request, response) -> {
                                request.withConnection(
                                        connection -> connection.onDispose(gone::countDown));
                                arrived.countDown();
                                return Mono.never();
                            })
                    .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void freesThePermitAndClosesTheConnectionWhenTheClientGoesAway() throws Exception {
        try (Bench bench =
                Bench.settings()
                        .model(server.port(), "m")
                        .set("max-concurrent", "2")
                        .set("attempt-timeout", "30s")
                        .open()) {
            Permits permits = bench.models.inOrder().getFirst().permits();
            Disposable first = begin(bench);
            Disposable second = begin(bench);
            Disposable waiting = begin(bench);
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(permits.used()).isEqualTo(2);
            assertThat(permits.waiting(Urgency.INTERACTIVE)).isOne();

            waiting.dispose();
            first.dispose();
            second.dispose();

            assertThat(permits.used()).isZero();
            assertThat(permits.waiting(Urgency.INTERACTIVE)).isZero();
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(bench.calls("cancelled")).isEqualTo(2);
        }
    }

    private static Disposable begin(Bench bench) {
        return bench.grader.grade(Tasks.overfitting(Duration.ofSeconds(60))).subscribe();
    }
}
