package io.evenhand.llm;

import dev.langchain4j.model.chat.ChatModel;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.retry.Retry;
import java.util.Optional;

/**
 * A model and what stands between it and us.
 *
 * @param label names it in metrics and registries, unlike any other
 * @param rate empty if it may be called as often as we like
 */
record Model(
        String label,
        ModelSettings settings,
        Optional<Prices> prices,
        ChatModel chat,
        Retry retry,
        Permits permits,
        Optional<RateLimiter> rate,
        CircuitBreaker breaker) {

    /** Whether its breaker lets no call through at the moment. */
    boolean isOpen() {
        CircuitBreaker.State state = breaker.getState();
        return state == CircuitBreaker.State.OPEN || state == CircuitBreaker.State.FORCED_OPEN;
    }
}
