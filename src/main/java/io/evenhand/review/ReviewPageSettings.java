package io.evenhand.review;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the review pages work.
 *
 * @param lease how long an answer is held for whoever opened it
 * @param blindShare share of answers, 0 to 1, of which the machine's word is hidden until the
 *     reviewer has decided; chosen by the grading's id alone
 * @param bulk how many answers are approved at once, at most
 */
@Validated
@ConfigurationProperties("evenhand.review")
public record ReviewPageSettings(
        @DefaultValue("5m") Duration lease,
        @DefaultValue("0") @DecimalMin("0") @DecimalMax("1") double blindShare,
        @DefaultValue("500") int bulk) {}
