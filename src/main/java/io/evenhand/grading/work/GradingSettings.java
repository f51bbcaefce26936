package io.evenhand.grading.work;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken on at once, and when to try again.
 *
 * @param maxInFlight gradings that one instance works on at a time; more are refused before they
 *     are stored, or stay queued if nobody waits for them
 * @param lease how long a worker that says nothing holds a grading before another may take it; it
 *     says so three times in that time
 * @param maxAttempts claims in a row that died or broke, after which a grading is given up
 * @param retryFirst how long after a fallback grade a model is asked again; doubles every time
 * @param retryMost the longest such wait
 */
@Validated
@ConfigurationProperties("evenhand.grading")
public record GradingSettings(
        @DefaultValue("2000") @Min(1) int maxInFlight,
        @DefaultValue("30s") @DurationMin(millis = 30) Duration lease,
        @DefaultValue("10") @Min(1) int maxAttempts,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration retryFirst,
        @DefaultValue("1h") @DurationMin(millis = 1) Duration retryMost) {

    /** The wait before the next try, after so many. */
    Duration backoff(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, 20);
        Duration wait = retryFirst.multipliedBy(1L << doublings);
        return wait.compareTo(retryMost) < 0 ? wait : retryMost;
    }
}
