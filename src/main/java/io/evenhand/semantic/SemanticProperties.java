package io.evenhand.semantic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the in-process grader.
 *
 * @param threads how many answers are compared at once; 0 means half of the processors
 * @param queue how many answers may wait for a thread; two processors compare 40 to 70 short
 *     answers a second, so that 200 wait about four seconds at most
 * @param cachedPieces word pieces of questions, model answers and criteria whose vectors are kept,
 *     at 1.6 kB each; 0 keeps none
 */
@Validated
@ConfigurationProperties("evenhand.semantic")
record SemanticProperties(
        @DefaultValue("0") @Min(0) @Max(256) int threads,
        @DefaultValue("200") @Min(1) @Max(100_000) int queue,
        @DefaultValue("40000") @Min(0) @Max(10_000_000) long cachedPieces) {

    int workers() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
