package io.evenhand.grading.work;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The one setting of the models that grading as a whole keeps to.
 *
 * @param deadline to a grade: from the request's arrival, for queued work from its claim
 */
@Validated
@ConfigurationProperties("evenhand.llm")
public record DeadlineSettings(@DefaultValue("60s") @DurationMin(millis = 1) Duration deadline) {}
