package io.evenhand.llm;

import static io.evenhand.llm.Setting.positive;
import static io.evenhand.llm.Setting.require;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which models grade and how long they may take.
 *
 * @param models in failover order; empty means that the in-process grader gives provisional grades
 * @param currency ISO 4217 code of all prices
 * @param prompt name and version of the prompt, a folder of the prompts
 * @param deadline to a grade, the fallback's time included
 * @param fallbackReserve how much of the deadline is left to the fallback; at most half of it
 * @param attemptTimeout one call, its whole body included
 * @param leastAttempt with less time left than that no call is begun
 * @param connectTimeout how long a connection may take to be made
 * @param maxConcurrent calls in flight to one model
 * @param maxResponse longest body of a reply; a longer one is garbage
 */
@ConfigurationProperties("evenhand.llm")
record LlmSettings(
        @DefaultValue List<ModelSettings> models,
        @DefaultValue("USD") String currency,
        @DefaultValue("grade/2") String prompt,
        @DefaultValue("60s") Duration deadline,
        @DefaultValue("2s") Duration fallbackReserve,
        @DefaultValue("25s") Duration attemptTimeout,
        @DefaultValue("500ms") Duration leastAttempt,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("64") int maxConcurrent,
        @DefaultValue("1MB") DataSize maxResponse,
        @DefaultValue RetrySettings retry,
        @DefaultValue BreakerSettings breaker) {

    LlmSettings {
        models = List.copyOf(models);
        require(
                prompt.matches("[a-z0-9-]+/[a-z0-9.-]+"),
                "prompt is a name and a version: set it to grade/2 or a folder of your own");
        positive(deadline, "deadline");
        positive(attemptTimeout, "attempt-timeout");
        positive(leastAttempt, "least-attempt");
        positive(connectTimeout, "connect-timeout");
        require(!fallbackReserve.isNegative(), "fallback-reserve cannot be below 0: raise it");
        require(maxConcurrent > 0, "max-concurrent must be above 0: raise it");
        require(maxResponse.toBytes() > 0, "max-response must be above 0: raise it");
        requireCurrency(currency);
    }

    private static void requireCurrency(String code) {
        try {
            Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            // Without the cause: Spring shows the innermost message only.
            throw new IllegalArgumentException(
                    "currency is not a code of ISO 4217: set it to one like USD or EUR");
        }
    }
}
