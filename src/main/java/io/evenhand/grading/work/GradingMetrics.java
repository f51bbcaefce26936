package io.evenhand.grading.work;

import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Provenance;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts what gradings came to, and why a model could not be had. */
@Component
class GradingMetrics {

    private final MeterRegistry metrics;

    GradingMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(Grading grading) {
        Optional<Provenance> grader =
                grading.grade().map(Grade::grader).or(() -> grading.noGrade().map(NoGrade::grader));
        String kind = grader.map(known -> known.kind().name()).orElse("NONE");
        metrics.counter("evenhand.gradings", "status", grading.status().name(), "grader", kind)
                .increment();
        grader.flatMap(Provenance::fallbackReason)
                .ifPresent(
                        reason ->
                                metrics.counter("evenhand.fallbacks", "reason", reason.name())
                                        .increment());
    }
}
