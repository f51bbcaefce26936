package io.evenhand.grading.precedent;

import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What of the models' settings also holds for who waits for another's call.
 *
 * @param fallbackReserve how much of the deadline is left to the fallback; at most half of it
 * @param leastAttempt with less time left than that no call is begun
 */
@Validated
@ConfigurationProperties("evenhand.llm")
record PatienceSettings(
        @DefaultValue("2s") @DurationMin Duration fallbackReserve,
        @DefaultValue("500ms") @DurationMin Duration leastAttempt) {

    /** Until when it is worth waiting for a model. */
    Instant end(Instant now, Instant deadline) {
        Duration half = Duration.between(now, deadline).dividedBy(2);
        return deadline.minus(fallbackReserve.compareTo(half) > 0 ? half : fallbackReserve);
    }

    /** Whether there is time for another call until then. */
    boolean allowsCall(Instant now, Instant end) {
        return Duration.between(now, end).compareTo(leastAttempt) >= 0;
    }
}
