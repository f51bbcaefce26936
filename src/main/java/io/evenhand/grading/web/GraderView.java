package io.evenhand.grading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.grading.Calibrated;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Provenance;
import io.evenhand.platform.Sha256;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a grade came from, as clients see it.
 *
 * @param cached whether the model had judged an identical answer: that judgement was used once
 *     more, and cost nothing
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
        @Schema(
                        description =
                                "Whether this is what the model said of an identical answer, at no"
                                        + " further cost")
                boolean cached,
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
                grader.cached(),
                grader.calibrated().map(Calibrated::reviews).orElse(null));
    }
}
