package io.evenhand.grading.work;

import io.evenhand.grading.GradingId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What this instance works on at the moment. */
@Component
class Runs {

    private final Map<GradingId, Run> running = new ConcurrentHashMap<>();

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
    }

    Optional<Run> of(GradingId id) {
        return Optional.ofNullable(running.get(id));
    }

    int count() {
        return running.size();
    }
}
