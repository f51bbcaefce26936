package io.evenhand.dispatch.requests;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests come by topic, where {@code spring.kafka.bootstrap-servers} is set.
 *
 * @param enabled whether they do
 * @param topic where they come from; what cannot be taken goes to the topic of this name with
 *     {@code .dlt} behind it
 * @param group that all instances are consumers of
 * @param tenant whose requests they all are; none means that each says so in its header
 * @param batch records that are taken at a time
 * @param consumers of this instance; more than there are partitions have nothing to do
 */
@Validated
@ConfigurationProperties("evenhand.dispatch.requests")
record RequestSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("evenhand.requests")
                @Pattern(
                        regexp = "[A-Za-z0-9._-]{1,245}",
                        message = "must have 1 to 245 letters, digits, '.', '_' or '-'")
                String topic,
        @DefaultValue("evenhand") @NotBlank String group,
        Optional<
                        @Pattern(
                                regexp = "[A-Za-z0-9._-]{1,64}",
                                message = "must have 1 to 64 letters, digits, '.', '_' or '-'")
                        String>
                tenant,
        @DefaultValue("100") @Min(1) @Max(1_000) int batch,
        @DefaultValue("1") @Min(1) @Max(100) int consumers) {

    String deadLetters() {
        return topic + ".dlt";
    }
}
