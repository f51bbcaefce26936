package io.evenhand.grading.audit;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often histories are sealed.
 *
 * @param seal between two seals of a tenant; what was cut off in between shows as little as if it
 *     had never been
 */
@Validated
@ConfigurationProperties("evenhand.grading")
record SealSettings(@DefaultValue("5m") @DurationMin(millis = 1) Duration seal) {}
