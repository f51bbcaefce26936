package io.evenhand.llm;

import io.evenhand.grading.Outcome;
import io.evenhand.grading.turns.Urgency;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import reactor.core.publisher.Mono;

/** Counts and times calls and gradings; tags hold names of models and outcomes, never text. */
final class CallMetrics {

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Model model) {
        Gauge.builder("evenhand.llm.permits.used", model.permits(), Permits::used)
                .tag("model", model.label())
                .register(registry);
        Gauge.builder("evenhand.llm.permits.limit", model.permits(), Permits::limit)
                .description("Calls that may be in flight, as the provider's refusals allow")
                .tag("model", model.label())
                .register(registry);
        FunctionCounter.builder("evenhand.llm.permits.cuts", model.permits(), Permits::cuts)
                .description("How often that was halved")
                .tag("model", model.label())
                .register(registry);
        for (Urgency urgency : Urgency.values()) {
            Gauge.builder(
                            "evenhand.llm.permits.waiting",
                            model.permits(),
                            permits -> permits.waiting(urgency))
                    .description("Calls that wait for their turn")
                    .tag("model", model.label())
                    .tag("urgency", urgency.label())
                    .register(registry);
        }
    }

    <T> Mono<T> measured(Model model, Mono<T> call) {
        return Mono.defer(
                () -> {
                    Timer.Sample sample = Timer.start(registry);
                    return call.doOnSuccess(_ -> ended(model, sample, "ok"))
                            .doOnError(thrown -> ended(model, sample, label(thrown)))
                            .doOnCancel(() -> ended(model, sample, "cancelled"));
                });
    }

    void used(Model model, Tokens tokens) {
        registry.counter("evenhand.llm.tokens", "model", model.label(), "kind", "input")
                .increment((double) tokens.input());
        registry.counter("evenhand.llm.tokens", "model", model.label(), "kind", "output")
                .increment((double) tokens.output());
    }

    void graded(Outcome outcome) {
        String ended =
                outcome instanceof Outcome.Unavailable(var reason, _, _)
                        ? reason.name().toLowerCase(Locale.ROOT)
                        : "judged";
        registry.counter("evenhand.llm.gradings", "outcome", ended).increment();
    }

    private void ended(Model model, Timer.Sample sample, String outcome) {
        registry.counter("evenhand.llm.calls", "model", model.label(), "outcome", outcome)
                .increment();
        sample.stop(registry.timer("evenhand.llm.call.duration", "model", model.label()));
    }

    private static String label(Throwable thrown) {
        return thrown instanceof CallFailed failed ? failed.fault().label() : "error";
    }
}
