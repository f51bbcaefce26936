package io.evenhand.batch.page;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.util.function.BiFunction;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Reads a form with a file as it arrives: first its fields, then the file, of which nothing is kept
 * here.
 */
final class UploadParts {

    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    private Place place = Place.FIELDS;

    private UploadParts() {}

    /**
     * @param receive what becomes of the file, given the fields that came before it
     */
    static <T> Mono<T> read(
            Flux<PartEvent> events,
            BiFunction<MultiValueMap<String, String>, Flux<DataBuffer>, Mono<T>> receive) {
        UploadParts parts = new UploadParts();
        return events.<DataBuffer>handle(parts::next)
                .switchOnFirst(
                        (first, file) ->
                                first.hasValue()
                                        ? Flux.from(receive.apply(parts.fields, file))
                                        : file.cast(Object.class).then(Mono.<T>empty()).flux())
                .next()
                .switchIfEmpty(Mono.error(UploadParts::nothing));
    }

    /** Passes on the bytes of the first file alone; what comes after it is read past. */
    private void next(PartEvent event, SynchronousSink<DataBuffer> sink) {
        if (place == Place.FIELDS && event instanceof FormPartEvent field) {
            fields.add(field.name(), field.value());
        }
        if (place == Place.FIELDS
                && event instanceof FilePartEvent file
                && !file.filename().isEmpty()) {
            place = Place.FILE;
        }
        if (place != Place.FILE) {
            DataBufferUtils.release(event.content());
            return;
        }
        place = event.isLast() ? Place.BEHIND : Place.FILE;
        sink.next(event.content());
    }

    private static Refusal nothing() {
        return new Refusal(ProblemCode.MALFORMED_BODY, "Choose a file of answers.");
    }

    /** Where in the form the reading is. */
    private enum Place {
        FIELDS,
        FILE,
        BEHIND
    }
}
