package io.evenhand.batch.web;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchStatus;
import io.evenhand.platform.Problems;
import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The progress of a batch as a stream of events. */
@Component
public class BatchEvents {

    /** How often a look is taken; the counts of a large batch are not free. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final BatchViews views;
    private final Problems problems;

    BatchEvents(BatchViews views, Problems problems) {
        this.views = views;
        this.problems = problems;
    }

    /** Ends when nothing of the batch is open any more. */
    public Flux<ServerSentEvent<Object>> of(Batch batch) {
        return Flux.interval(Duration.ZERO, GLANCE)
                .onBackpressureLatest()
                .concatMap(tick -> views.of(batch), 1)
                .distinctUntilChanged()
                .takeUntil(BatchEvents::isOver)
                .<ServerSentEvent<Object>>map(
                        view -> ServerSentEvent.<Object>builder(view).event("progress").build())
                .publish(
                        progress ->
                                Flux.merge(progress, signsOfLife().takeUntilOther(progress.then())))
                .onErrorResume(
                        error ->
                                Flux.just(
                                        ServerSentEvent.<Object>builder(problems.of(error))
                                                .event("error")
                                                .build()));
    }

    /** A batch that was cancelled is over when what was open is cancelled too. */
    private static boolean isOver(BatchView view) {
        return view.status() == BatchStatus.COMPLETED
                || view.status() == BatchStatus.CANCELLED && view.completedAt() != null;
    }

    private static Flux<ServerSentEvent<Object>> signsOfLife() {
        return Flux.interval(SIGN_OF_LIFE)
                .onBackpressureDrop()
                .map(count -> ServerSentEvent.builder().comment("grading").build());
    }
}
