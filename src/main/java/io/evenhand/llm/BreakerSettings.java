package io.evenhand.llm;

import static io.evenhand.llm.Setting.positive;
import static io.evenhand.llm.Setting.require;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a model that fails is left alone for a while.
 *
 * @param window how many of the last calls are looked at
 * @param minimumCalls fewer calls than that say nothing
 * @param failureRate percent of failed calls from which on the model is left alone
 * @param openFor how long it is left alone
 * @param trialCalls calls that then decide whether it is back
 */
record BreakerSettings(
        @DefaultValue("20") int window,
        @DefaultValue("5") int minimumCalls,
        @DefaultValue("50") float failureRate,
        @DefaultValue("30s") Duration openFor,
        @DefaultValue("3") int trialCalls) {

    BreakerSettings {
        require(window > 0, "breaker.window must be above 0: raise it");
        require(
                minimumCalls > 0 && minimumCalls <= window,
                "breaker.minimum-calls must be from 1 to breaker.window: mend it");
        require(
                failureRate > 0 && failureRate <= 100,
                "breaker.failure-rate is in percent, above 0 to 100: mend it");
        positive(openFor, "breaker.open-for");
        require(trialCalls > 0, "breaker.trial-calls must be above 0: raise it");
    }
}
