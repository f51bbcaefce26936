package io.evenhand.batch.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A form with a file is read as it arrives. */
class UploadPartsTests {

    private static final int ENDLESS = 100_000;

    @Test
    void asksForNoMoreOfAFileThanIsTaken() {
        AtomicLong read = new AtomicLong();
        Flux<PartEvent> events =
                FormPartEvent.create("questionId", "noise")
                        .cast(PartEvent.class)
                        .concatWith(file().doOnNext(event -> read.incrementAndGet()));
        AtomicLong taken = new AtomicLong();
        UploadParts.read(
                        events,
                        (fields, file) -> {
                            assertThat(fields.getFirst("questionId")).isEqualTo("noise");
                            file.subscribe(oneByOne(taken));
                            return Mono.never();
                        })
                .subscribe();

        assertThat(taken).hasValue(1);
        assertThat(read.get()).isLessThan(10);
    }

    private static Flux<PartEvent> file() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDispositionFormData("file", "answers.csv");
        headers.setContentType(MediaType.parseMediaType("text/csv"));
        byte[] bytes = "It fits noise.\n".getBytes(StandardCharsets.UTF_8);
        return Flux.range(0, ENDLESS)
                .map(
                        i ->
                                new OfFile(
                                        headers,
                                        DefaultDataBufferFactory.sharedInstance.wrap(bytes),
                                        i == ENDLESS - 1));
    }

    private static BaseSubscriber<DataBuffer> oneByOne(AtomicLong taken) {
        return new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(DataBuffer buffer) {
                taken.incrementAndGet();
            }
        };
    }

    private record OfFile(HttpHeaders headers, DataBuffer content, boolean isLast)
            implements FilePartEvent {

        @Override
        public String filename() {
            return "answers.csv";
        }
    }
}
