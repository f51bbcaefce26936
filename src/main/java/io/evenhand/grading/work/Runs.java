package io.evenhand.grading.work;

import io.evenhand.grading.GradingId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What this instance works on at the moment. */
@Component
class Runs {

    /** From the deadline to a grade until its grade is stored, at most. */
    static final Duration STORING = Duration.ofSeconds(15);

    private final Map<GradingId, Run> running = new ConcurrentHashMap<>();
    private final Sinks.Many<Long> ends = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> lettingGo = Sinks.empty();
    private volatile boolean closed;

    Runs(MeterRegistry metrics) {
        Gauge.builder("evenhand.gradings.in.flight", running, Map::size)
                .description("Gradings that this instance works on")
                .register(metrics);
    }

    void begin(Run run) {
        running.put(run.id(), run);
    }

    void end(Run run) {
        running.remove(run.id(), run);
        synchronized (ends) {
            ends.tryEmitNext(0L);
        }
    }

    Optional<Run> of(GradingId id) {
        return Optional.ofNullable(running.get(id));
    }

    int count() {
        return running.size();
    }

    /** What is worth holding on to: a run that is long past its time has come to grief. */
    List<Run> heldAt(Instant now) {
        return running.values().stream()
                .filter(run -> now.isBefore(run.deadline().plus(STORING)))
                .toList();
    }

    /** From now on nothing is begun that is not begun already. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whatever runs, or begins after all, goes back to where it was taken from. */
    void letGo() {
        lettingGo.tryEmitEmpty();
    }

    Mono<Void> lettingGo() {
        return lettingGo.asMono();
    }

    /** When nothing runs. */
    Mono<Void> idle() {
        return Flux.merge(ends.asFlux(), Mono.just(0L))
                .filter(end -> running.isEmpty())
                .next()
                .then();
    }
}
