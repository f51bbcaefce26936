package io.evenhand.grading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.grading.Calibrated;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Provenance;
import io.evenhand.platform.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Where a grade came from, as clients see it.
 *
 * @param calibratedBy how many reviewed answers to this question moved the score or its range;
 *     absent if none
 */
public record GraderView(
        GraderKind kind,
        @Nullable String model,
        @Nullable String prompt,
        @Nullable String promptHash,
        String rubricHash,
        @Nullable FallbackReason fallbackReason,
        int attempts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer calibratedBy) {

    public static GraderView of(Provenance grader) {
        return new GraderView(
                grader.kind(),
                grader.model().orElse(null),
                grader.prompt().orElse(null),
                grader.promptHash().map(Sha256::value).orElse(null),
                grader.rubricHash().value(),
                grader.fallbackReason().orElse(null),
                grader.attempts(),
                grader.calibrated().map(Calibrated::reviews).orElse(null));
    }
}
