package io.evenhand.grading.precedent;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long what a model said of an answer serves for identical ones.
 *
 * @param enabled whether identical work is judged once; else every answer has a call of its own,
 *     and nothing is kept
 * @param life how long a judgement is kept, with its quotes of the answer; with 0 only what is in
 *     flight is shared. At most 30 days
 * @param memory how much of it is held in memory
 * @param rows how many judgements are kept in the database, of all tenants; the oldest go first
 */
@Validated
@ConfigurationProperties("evenhand.grading.cache")
record PrecedentSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("24h") @DurationMin @DurationMax(days = 30) Duration life,
        @DefaultValue("16MB") DataSize memory,
        @DefaultValue("200000") @Min(1) int rows) {

    boolean keeps() {
        return enabled && life.isPositive();
    }
}
