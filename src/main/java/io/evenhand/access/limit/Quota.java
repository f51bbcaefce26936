package io.evenhand.access.limit;

import io.github.bucket4j.Bandwidth;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests may come in how long. All of them may come at once; what was used comes back
 * evenly over the window.
 *
 * @param requests 0 means as many as one likes
 * @param window in whole seconds
 */
public record Quota(
        @DefaultValue("0") @Min(0) @Max(1_000_000) long requests,
        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(days = 1) Duration window) {

    public boolean limits() {
        return requests > 0;
    }

    /** The window as clients are told of it. */
    long seconds() {
        return window.toSeconds();
    }

    /** A bucket that holds all of it, and is filled evenly. */
    public Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(requests)
                .refillGreedy(requests, Duration.ofSeconds(seconds()))
                .build();
    }
}
