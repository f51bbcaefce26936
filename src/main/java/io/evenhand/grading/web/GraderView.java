package io.evenhand.grading.web;

import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Provenance;
import io.evenhand.platform.Sha256;
import org.jspecify.annotations.Nullable;

/** Where a grade came from, as clients see it. */
public record GraderView(
        GraderKind kind,
        @Nullable String model,
        @Nullable String prompt,
        @Nullable String promptHash,
        String rubricHash,
        @Nullable FallbackReason fallbackReason,
        int attempts) {

    static GraderView of(Provenance grader) {
        return new GraderView(
                grader.kind(),
                grader.model().orElse(null),
                grader.prompt().orElse(null),
                grader.promptHash().map(Sha256::value).orElse(null),
                grader.rubricHash().value(),
                grader.fallbackReason().orElse(null),
                grader.attempts());
    }
}
