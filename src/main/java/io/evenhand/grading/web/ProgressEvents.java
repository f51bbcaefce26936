package io.evenhand.grading.web;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.platform.ProblemBody;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A grading as a stream of events; each tells only what was verified and stored before. */
final class ProgressEvents {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private ProgressEvents() {}

    static ServerSentEvent<Object> status(Grading grading) {
        return event("status", new Status(grading.id().value(), grading.status()));
    }

    static Flux<ServerSentEvent<Object>> result(GradingView view) {
        Stream<ServerSentEvent<Object>> criteria =
                view.criteria().stream().map(criterion -> event("criterion", criterion));
        Stream<ServerSentEvent<Object>> words =
                Optional.ofNullable(view.feedback()).stream()
                        .map(feedback -> event("feedback", feedback));
        return Flux.fromStream(
                Stream.of(criteria, words, Stream.of(event("grading", view)))
                        .flatMap(events -> events));
    }

    /** Comments until it is done, so that no proxy takes the stream for dead. */
    static Flux<ServerSentEvent<Object>> signsOfLife(Mono<?> done) {
        return Flux.interval(SIGN_OF_LIFE)
                .onBackpressureDrop()
                .map(count -> ServerSentEvent.builder().comment("grading").build())
                .takeUntilOther(done.onErrorComplete());
    }

    /** What failed after the stream had begun, when the status line is long gone. */
    static Flux<ServerSentEvent<Object>> failed(ProblemBody problem) {
        return Flux.just(event("error", problem));
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }

    /** Where a grading stands. */
    record Status(String id, GradingStatus status) {}
}
