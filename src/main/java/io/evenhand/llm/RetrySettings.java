package io.evenhand.llm;

import static io.evenhand.llm.Setting.positive;
import static io.evenhand.llm.Setting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a model is asked again.
 *
 * @param outages most repeats for one model after 5xx, timeouts, dropped connections and garbage
 * @param throttles most repeats for one model after 429
 * @param backoff first pause; each further one is longer by {@code multiplier}
 * @param jitter share by which a pause is made shorter or longer at random, 0 to below 1
 * @param maxBackoff longest pause that is not the provider's wish
 */
record RetrySettings(
        @DefaultValue("2") int outages,
        @DefaultValue("5") int throttles,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("2") double multiplier,
        @DefaultValue("0.5") double jitter,
        @DefaultValue("10s") Duration maxBackoff) {

    RetrySettings {
        require(outages >= 0, "retry.outages cannot be below 0: set it to 0 to never ask again");
        require(throttles >= 0, "retry.throttles cannot be below 0: set it to 0 to never wait");
        positive(backoff, "retry.backoff");
        require(multiplier >= 1, "retry.multiplier must be 1 or more: raise it");
        require(jitter >= 0 && jitter < 1, "retry.jitter must be from 0 to below 1: mend it");
        require(
                maxBackoff.compareTo(backoff) >= 0,
                "retry.max-backoff must not be shorter than retry.backoff: raise it");
    }
}
