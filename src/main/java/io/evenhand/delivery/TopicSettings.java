package io.evenhand.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events leave by topic, where {@code spring.kafka.bootstrap-servers} is set.
 *
 * @param enabled whether they do
 * @param name of the topic
 * @param batch events that are sent at a time
 */
@Validated
@ConfigurationProperties("evenhand.delivery.topic")
public record TopicSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("evenhand.gradings")
                @Pattern(
                        regexp = "[A-Za-z0-9._-]{1,249}",
                        message = "must have 1 to 249 letters, digits, '.', '_' or '-'")
                String name,
        @DefaultValue("200") @Min(1) @Max(10_000) int batch) {}
