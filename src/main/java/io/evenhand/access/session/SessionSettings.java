package io.evenhand.access.session;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in.
 *
 * @param idle without doing anything
 * @param absolute whatever they do
 * @param secure whether browsers send the cookie over HTTPS only; under this machine's own names
 *     they need not
 */
public record SessionSettings(
        @DefaultValue("2h") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration idle,
        @DefaultValue("12h") @DurationMin(minutes = 1) @DurationMax(days = 90) Duration absolute,
        @DefaultValue("true") boolean secure) {}
