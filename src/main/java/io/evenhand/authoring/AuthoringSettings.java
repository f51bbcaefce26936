package io.evenhand.authoring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How rubrics are drafted and their changes tried.
 *
 * @param prompt that rubrics are drafted by: a name and a version, a folder of the prompts
 * @param concurrency answers that one preview has graded at a time
 * @param previews that one instance works on at a time
 * @param mostAnswers that one preview may grade
 * @param interval between two looks for previews that nobody works on
 * @param keep how long a preview can be read and applied
 */
@Validated
@ConfigurationProperties("evenhand.authoring")
public record AuthoringSettings(
        @DefaultValue("rubric/1") @Pattern(regexp = "[a-z0-9-]+/[a-z0-9.-]+") String prompt,
        @DefaultValue("4") @Min(1) @Max(1_000) int concurrency,
        @DefaultValue("2") @Min(1) @Max(100) int previews,
        @DefaultValue("5000") @Min(1) @Max(100_000) int mostAnswers,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration interval,
        @DefaultValue("30d") @DurationMin(millis = 1) Duration keep) {}
