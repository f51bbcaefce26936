package io.evenhand.dispatch;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
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
 * @param bulkShare how much of what an instance works on at a time batches may be, above 0 to 1
 * @param drain how long an instance that is to stop goes on with what it has begun; the rest is let
 *     go, and others take it up
 * @param weights by tenant, how much it gets of what is scarce beside others, above 0; 1 unless
 *     given
 */
@Validated
@ConfigurationProperties("evenhand.dispatch")
record DispatchSettings(
        @DefaultValue("1s") @DurationMin(millis = 1) Duration interval,
        @DefaultValue("50") @Min(1) int batch,
        @DefaultValue("5") @Min(1) int regradeBatch,
        @DefaultValue("0.05") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
                double bulkShare,
        @DefaultValue("20s") @DurationMin Duration drain,
        @DefaultValue Map<String, @DecimalMin(value = "0", inclusive = false) Double> weights) {

    DispatchSettings {
        weights = Map.copyOf(weights);
    }
}
