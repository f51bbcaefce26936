package io.evenhand.dispatch;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often and how much is taken up.
 *
 * @param interval between two looks at the store
 * @param batch open gradings that are taken up at one look
 * @param regradeBatch provisional ones that are graded again at one look: with the interval, the
 *     bound on how fast a model that is back is given old work
 */
@Validated
@ConfigurationProperties("evenhand.dispatch")
record DispatchSettings(
        @DefaultValue("1s") @DurationMin(millis = 1) Duration interval,
        @DefaultValue("50") @Min(1) int batch,
        @DefaultValue("5") @Min(1) int regradeBatch) {}
