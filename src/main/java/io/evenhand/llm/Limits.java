package io.evenhand.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;

/** The settings in Resilience4j's words. */
record Limits(LlmSettings settings) {

    CircuitBreakerConfig breaker() {
        BreakerSettings breaker = settings.breaker();
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.minimumCalls())
                .failureRateThreshold(breaker.failureRate())
                // A slow model that answers in time is not broken; its default would be a minute.
                .slowCallDurationThreshold(settings.attemptTimeout())
                .waitDurationInOpenState(breaker.openFor())
                // So that its state says by itself whether it is worth asking again.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
                .recordException(Limits::isModelsOwn)
                .ignoreException(thrown -> !isModelsOwn(thrown))
                .build();
    }

    private static boolean isModelsOwn(Throwable thrown) {
        return !(thrown instanceof CallFailed failed) || failed.fault().isModelsOwn();
    }

    /** What is to be repeated, and when, travels in the exception: only it knows the deadline. */
    RetryConfig retry() {
        RetrySettings retry = settings.retry();
        return RetryConfig.custom()
                .maxAttempts(1 + retry.outages() + retry.throttles())
                .retryOnException(thrown -> pause(thrown).isPresent())
                .intervalBiFunction(
                        (_, result) ->
                                result.swap()
                                        .fold(
                                                _ -> 0L,
                                                thrown -> pause(thrown).orElseThrow().toMillis()))
                .build();
    }

    private static Optional<Duration> pause(Throwable thrown) {
        return thrown instanceof CallFailed failed ? failed.pause() : Optional.empty();
    }

    /** Calls spread evenly over the minute, not all at its beginning. */
    RateLimiterConfig rate(int callsPerMinute) {
        return RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofMinutes(1).dividedBy(callsPerMinute))
                .timeoutDuration(settings.deadline())
                .build();
    }
}
