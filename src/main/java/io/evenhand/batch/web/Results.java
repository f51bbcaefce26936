package io.evenhand.batch.web;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchDesk;
import io.evenhand.batch.BatchLine;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.unseen.Reader;
import io.evenhand.grading.web.GradingView;
import io.evenhand.grading.web.GradingViews;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The results of a batch in the order of its lines, a page in memory at a time. */
@Component
public class Results {

    private static final int PAGE = 200;

    private final BatchDesk desk;
    private final GradingViews views;

    Results(BatchDesk desk, GradingViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** As a table, for whoever looks. */
    public Flux<DataBuffer> csv(Batch batch, Reader reader) {
        return of(batch, reader, new ResultTable());
    }

    Flux<DataBuffer> of(Batch batch, Reader reader, ResultFormat format) {
        return Flux.defer(
                () -> {
                    Place place = new Place();
                    return Flux.just(format.head())
                            .filter(head -> !head.isEmpty())
                            .concatWith(
                                    Mono.defer(() -> desk.lines(batch, place.after, PAGE))
                                            .doOnNext(place::move)
                                            .flatMap(lines -> results(batch, reader, lines))
                                            .map(format::body)
                                            .repeat(() -> !place.end))
                            .map(Results::buffer);
                });
    }

    private Mono<List<Result>> results(Batch batch, Reader reader, List<BatchLine> lines) {
        List<GradingId> ids = lines.stream().flatMap(line -> id(line).stream()).toList();
        return desk.gradings(batch.tenant(), ids)
                .map(
                        gradings -> {
                            Map<GradingId, GradingView> byId =
                                    gradings.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Grading::id,
                                                            grading -> views.of(reader, grading)));
                            return lines.stream().map(line -> result(line, byId)).toList();
                        });
    }

    private static Result result(BatchLine line, Map<GradingId, GradingView> gradings) {
        return new Result(line, id(line).flatMap(id -> Optional.ofNullable(gradings.get(id))));
    }

    private static Optional<GradingId> id(BatchLine line) {
        return line.fate() instanceof BatchLine.Accepted(GradingId id)
                ? Optional.of(id)
                : Optional.empty();
    }

    private static DataBuffer buffer(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the stream is in the batch. */
    private static final class Place {

        private volatile int after;
        private volatile boolean end;

        void move(List<BatchLine> lines) {
            end = lines.size() < PAGE;
            after = lines.isEmpty() ? after : lines.getLast().number();
        }
    }
}
