package io.evenhand.batch.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.evenhand.batch.Admission;
import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.BatchStatus;
import io.evenhand.batch.Batches;
import io.evenhand.batch.Terms;
import io.evenhand.batch.web.BatchApi;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StrictJson;
import io.evenhand.platform.TenantId;
import io.evenhand.support.Api;
import io.evenhand.support.ApiTestBase;
import io.evenhand.support.Leaver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.annotation.DirtiesContext;
import reactor.core.publisher.Flux;

/**
 * Uploads as streams: never held whole, broken off, and gone on with. What they leave would take
 * minutes of every test that reads all there is.
 */
@DirtiesContext
class UploadsTests extends ApiTestBase {

    private static final TenantId TENANT = TenantId.LOCAL;
    private static final int MANY = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final UploadOptions NO_OPTIONS =
            new UploadOptions(Optional.empty(), Optional.empty());

    @Autowired BatchDesk desk;
    @Autowired Uploads uploads;
    @Autowired Batches batches;
    @Autowired StrictJson json;

    private final Sha256 key = Sha256.of(UUID.randomUUID().toString());

    @Test
    void aLineIsAskedForWhenThoseBeforeItAreStored() {
        Admission admission = open();
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger mostUnstored = new AtomicInteger();
        Flux<DataBuffer> body =
                Flux.<DataBuffer>generate(
                                sink -> {
                                    int number = sent.incrementAndGet();
                                    int unstored = number - stored(admission).received().lastLine();
                                    mostUnstored.accumulateAndGet(unstored, Math::max);
                                    sink.next(line(number));
                                })
                        .take(MANY);

        Batch whole = receive(admission, body);

        assertThat(whole.status()).isEqualTo(BatchStatus.RUNNING);
        assertThat(whole.received().total()).isEqualTo(MANY);
        // one chunk being stored, one that waits for it, one that fills
        assertThat(mostUnstored.get()).isBetween(1, 3 * Chunk.LINES + 2);
    }

    @Test
    void aBrokenUploadStaysAndGoesOnWithTheSameKey() {
        Admission first = open();
        assertThatThrownBy(() -> receive(first, broken(700))).hasMessage("the client is gone");
        Batch left = stored(first);
        assertThat(left.status()).isEqualTo(BatchStatus.RECEIVING);
        assertThat(left.received().lastLine()).isBetween(Chunk.LINES, 700);

        Admission again = open();
        Batch whole = receive(again, lines(1, 1000));

        assertThat(again.batch().id()).isEqualTo(left.id());
        assertThat(whole.status()).isEqualTo(BatchStatus.RUNNING);
        assertThat(whole.received().total()).isEqualTo(1000);
        assertThat(whole.received().lastLine()).isEqualTo(1000);
    }

    @Test
    void aBrokenUploadDoesNotGoOnWithOtherLines() {
        Admission first = open();
        assertThatThrownBy(() -> receive(first, broken(600))).hasMessage("the client is gone");

        assertReused(Flux.concat(Flux.just(line(77)), lines(2, 1000)));
        assertReused(lines(1, 100));
        assertThat(stored(first).status()).isEqualTo(BatchStatus.RECEIVING);

        assertThat(receive(open(), lines(1, 600)).status()).isEqualTo(BatchStatus.RUNNING);
    }

    private void assertReused(Flux<DataBuffer> body) {
        assertThatThrownBy(() -> receive(open(), body))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void ofTwoUploadsWithOneKeyTheLaterOneGoesOn() {
        Admission first = open();
        Admission second = open();

        assertThatThrownBy(() -> receive(first, lines(1, 10)))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo(ProblemCode.CONFLICT);
        assertThat(receive(second, lines(1, 10)).received().total()).isEqualTo(10);
    }

    @Test
    void anUploadThatNobodyCanGoOnWithIsCancelled() {
        Admission admission = desk.open(TENANT, terms(), Optional.empty()).block(PATIENCE);
        assertThatThrownBy(() -> receive(admission, broken(300))).hasMessage("the client is gone");

        assertThat(
                        Flux.defer(() -> Flux.just(stored(admission).status()))
                                .repeat()
                                .takeUntil(status -> status == BatchStatus.CANCELLED)
                                .blockLast(PATIENCE))
                .isEqualTo(BatchStatus.CANCELLED);
    }

    @Test
    void aClientThatVanishesInItsUploadGoesOnWithTheSameKey() throws IOException {
        BatchApi client = new BatchApi(api);
        String name = UUID.randomUUID().toString();
        try (Leaver leaver = Leaver.upload(api.port(), BatchApi.lines(600), name)) {
            leaver.vanish();
        }

        // 409 as long as the service has not noticed that the first one is gone
        Api.Reply whole =
                await().atMost(60, TimeUnit.SECONDS)
                        .until(
                                () ->
                                        client.upload(
                                                BatchApi.NDJSON,
                                                BatchApi.lines(800),
                                                "Idempotency-Key",
                                                name),
                                reply -> reply.status() != 409);

        client.accepted(whole);
        assertThat(whole.json().at("/total").asInt()).isEqualTo(800);
        assertThat(whole.at("/status")).isEqualTo("RUNNING");
    }

    private Admission open() {
        return desk.open(TENANT, terms(), Optional.of(key)).block(PATIENCE);
    }

    private static Terms terms() {
        return new Terms("local", Optional.empty(), Optional.empty(), Sha256.of("none"));
    }

    private Batch receive(Admission admission, Flux<DataBuffer> body) {
        return uploads.receive(admission, NO_OPTIONS, new NdjsonFormat(json), body).block(PATIENCE);
    }

    private Batch stored(Admission admission) {
        return batches.find(TENANT, admission.batch().id()).orElseThrow();
    }

    private static Flux<DataBuffer> broken(int after) {
        return lines(1, after)
                .concatWith(Flux.error(new IllegalStateException("the client is gone")));
    }

    private static Flux<DataBuffer> lines(int from, int to) {
        return Flux.range(from, to - from + 1).map(UploadsTests::line);
    }

    private static DataBuffer line(int number) {
        String text = BatchApi.line("line-" + number, "It fits the noise " + number) + "\n";
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
