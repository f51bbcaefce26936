package io.evenhand.llm;

import dev.langchain4j.model.chat.ChatModel;
import io.evenhand.grading.turns.Weights;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets up the configured models with limits of their own, in failover order. */
final class Models {

    private final List<Model> inOrder = new ArrayList<>();

    Models(
            LlmSettings settings,
            ChatModels chats,
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            RateLimiterRegistry rates,
            Weights weights,
            Clock clock) {
        Limits limits = new Limits(settings);
        Map<String, Integer> seen = new HashMap<>();
        for (ModelSettings model : settings.models()) {
            int times = seen.merge(model.name(), 1, Integer::sum);
            String label = times == 1 ? model.name() : model.name() + "#" + times;
            ChatModel chat = chats.of(model);
            inOrder.add(
                    new Model(
                            label,
                            model,
                            model.prices(settings.currency()),
                            chat,
                            retries.retry(label, limits.retry()),
                            new Permits(settings.maxConcurrent(), weights, clock),
                            Optional.ofNullable(model.callsPerMinute())
                                    .map(calls -> rates.rateLimiter(label, limits.rate(calls))),
                            breakers.circuitBreaker(label, limits.breaker())));
        }
    }

    List<Model> inOrder() {
        return inOrder;
    }
}
