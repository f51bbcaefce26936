package io.evenhand.interviews.web;

import io.evenhand.interviews.result.CandidateResult;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Results of any number of candidates as bytes, a page in memory at a time. */
final class ResultPages {

    private static final int PAGE = 200;

    private ResultPages() {}

    /**
     * @param page what comes after a candidate, at most so many
     * @param format is asked for one for each subscriber
     */
    static Flux<DataBuffer> of(
            BiFunction<Optional<String>, Integer, Mono<List<CandidateResult>>> page,
            Supplier<SheetFormat> format) {
        return Flux.defer(
                () -> {
                    SheetFormat sheet = format.get();
                    Place place = new Place();
                    Flux<byte[]> bodies =
                            Mono.defer(() -> page.apply(Optional.ofNullable(place.after), PAGE))
                                    .doOnNext(place::move)
                                    .map(sheet::body)
                                    .repeat(() -> !place.end);
                    return Flux.concat(
                                    Mono.fromSupplier(sheet::head),
                                    bodies,
                                    Mono.fromSupplier(sheet::tail))
                            .filter(bytes -> bytes.length > 0)
                            .map(DefaultDataBufferFactory.sharedInstance::wrap);
                });
    }

    /** Where the stream is among the candidates. */
    private static final class Place {

        private volatile @Nullable String after;
        private volatile boolean end;

        void move(List<CandidateResult> results) {
            end = results.size() < PAGE;
            after = results.isEmpty() ? after : results.getLast().candidate();
        }
    }
}
