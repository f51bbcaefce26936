package io.evenhand.llm;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Purse;
import io.evenhand.grading.turns.Weights;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The module put together by hand from settings as an operator writes them. */
final class Bench implements AutoCloseable {

    final MeterRegistry meters = new SimpleMeterRegistry();
    final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    final Models models;
    final LlmGrader grader;
    final Writers writers;
    private final CallThreads threads = new CallThreads();

    private Bench(LlmSettings settings, Clock clock, Purse purse) {
        ChatModels chats = new ChatModels(settings, threads.executor());
        models =
                new Models(
                        settings,
                        chats,
                        breakers,
                        RetryRegistry.ofDefaults(),
                        RateLimiterRegistry.ofDefaults(),
                        Weights.EQUAL,
                        clock);
        CallMetrics metrics = new CallMetrics(meters);
        models.inOrder().forEach(metrics::watch);
        Chain chain =
                new Chain(settings, new Caller(threads.executor()), new Diagnosis(clock), metrics);
        Prompts prompts = new Prompts(Optional.empty());
        Desk desk = new Desk(settings, models.inOrder(), chain, clock);
        grader = new LlmGrader(settings, prompts.read(settings.prompt()), desk, metrics, purse);
        writers = new Writers(prompts, desk);
    }

    Outcome grade() {
        return grade(Tasks.overfitting());
    }

    Outcome grade(Assignment assignment) {
        return Objects.requireNonNull(grader.grade(assignment).block(Duration.ofSeconds(50)));
    }

    double calls(String outcome) {
        return meters.find("evenhand.llm.calls").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        threads.close();
    }

    /** With times so short that a test can wait for them. */
    static Settings settings() {
        return new Settings().quick();
    }

    /** As an operator finds them. */
    static Settings plain() {
        return new Settings();
    }

    /** Settings as properties. */
    static final class Settings {

        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<String> models = new ArrayList<>();

        private Settings() {}

        private Settings quick() {
            set("retry.backoff", "5ms").set("retry.max-backoff", "20ms");
            set("attempt-timeout", "20s").set("fallback-reserve", "200ms");
            return set("least-attempt", "50ms").set("connect-timeout", "1s");
        }

        Settings set(String name, String value) {
            properties.put("evenhand.llm." + name, value);
            return this;
        }

        Settings model(int port, String name) {
            String prefix = "models[" + models.size() + "].";
            models.add(name);
            Wire.model(port, name).forEach((key, value) -> set(prefix + key, value));
            return this;
        }

        /** Of the model that was added last. */
        Settings with(String name, String value) {
            return set("models[" + (models.size() - 1) + "]." + name, value);
        }

        LlmSettings bind() {
            return new Binder(new MapConfigurationPropertySource(properties))
                    .bindOrCreate("evenhand.llm", Bindable.of(LlmSettings.class));
        }

        Bench open() {
            return open(Clock.systemUTC());
        }

        Bench open(Clock clock) {
            return new Bench(bind(), clock, Purse.BOTTOMLESS);
        }

        Bench open(Purse purse) {
            return new Bench(bind(), Clock.systemUTC(), purse);
        }
    }
}
