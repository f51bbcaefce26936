package io.evenhand.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are sent.
 *
 * @param allowedHosts receivers that may be private, on loopback, or without TLS; names or
 *     addresses as they stand in the URL
 * @param key 32 bytes in Base64 that seal the secrets of endpoints; none means a file that is made
 *     under {@code evenhand.data}. Instances that share a database need the same one
 * @param interval between two looks for what is due
 * @param timeout of one attempt, from the name's resolution to the status line. Standard Webhooks
 *     asks for 15 to 30 seconds
 * @param leaseMargin how long beyond its time limit an attempt is held before another may start
 * @param maxConcurrent attempts in flight of one instance
 * @param maxPerEndpoint attempts in flight to one endpoint; one at a time to one that is failing
 * @param keep how long the log of deliveries goes back
 */
@Validated
@ConfigurationProperties("evenhand.delivery")
public record DeliverySettings(
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("") String key,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration interval,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration leaseMargin,
        @DefaultValue("64") @Min(1) @Max(10_000) int maxConcurrent,
        @DefaultValue("8") @Min(1) @Max(10_000) int maxPerEndpoint,
        @DefaultValue("30d") @DurationMin(millis = 1) Duration keep) {

    /** How long a claimed delivery is held. */
    public Duration lease() {
        return timeout.plus(leaseMargin);
    }
}
