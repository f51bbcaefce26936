package io.evenhand.llm;

import io.evenhand.grading.Purse;
import io.evenhand.grading.turns.Weights;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LlmSettings.class)
class LlmConfiguration {

    @Bean
    CallThreads llmThreads() {
        return new CallThreads();
    }

    @Bean
    Models llmModels(
            LlmSettings settings,
            CallThreads llmThreads,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            RateLimiterRegistry rates,
            Weights weights,
            Clock clock) {
        ChatModels chats = new ChatModels(settings, llmThreads.executor());
        return new Models(settings, chats, breakers, retries, rates, weights, clock);
    }

    @Bean
    Prompts llmPrompts(@Value("${evenhand.prompts:}") String folder) {
        return new Prompts(path(folder));
    }

    @Bean
    CallMetrics llmMetrics(MeterRegistry registry, Models models) {
        CallMetrics metrics = new CallMetrics(registry);
        models.inOrder().forEach(metrics::watch);
        return metrics;
    }

    @Bean
    Desk llmDesk(
            LlmSettings settings,
            Models models,
            CallThreads llmThreads,
            CallMetrics metrics,
            Clock clock) {
        Chain chain =
                new Chain(
                        settings, new Caller(llmThreads.executor()), new Diagnosis(clock), metrics);
        return new Desk(settings, models.inOrder(), chain, clock);
    }

    @Bean
    LlmGrader llmGrader(
            LlmSettings settings,
            Prompts prompts,
            Desk desk,
            CallMetrics metrics,
            ObjectProvider<Purse> purse) {
        return new LlmGrader(
                settings,
                prompts.read(settings.prompt()),
                desk,
                metrics,
                purse.getIfAvailable(() -> Purse.BOTTOMLESS));
    }

    @Bean
    Writers llmWriters(Prompts prompts, Desk desk) {
        return new Writers(prompts, desk);
    }

    @Bean
    Tariff llmTariff(Models models) {
        return new Tariff(models.inOrder());
    }

    /** As text: Spring would look for a {@code Path} on the class path first. */
    private static Optional<Path> path(String folder) {
        return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }

    @Bean
    ModelsHealth llmHealthIndicator(Models models) {
        return new ModelsHealth(models);
    }

    @Bean
    ModelsReport llmModelsReport(LlmSettings settings) {
        return new ModelsReport(settings);
    }
}
