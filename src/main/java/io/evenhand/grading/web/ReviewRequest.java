package io.evenhand.grading.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as a reviewer writes it: anything may be missing or wrong until checked. */
public record ReviewRequest(
        @Schema(description = "Criteria that are left out keep the machine's points")
                @Nullable List<ReviewRequest.@Nullable Points> criteria,
        @Schema(description = "In place of the machine's; left out, that stays")
                @Nullable Words feedback,
        @Nullable String reason,
        @Schema(
                        description =
                                "RANDOM if the answer was picked at random, whatever its grade: only"
                                        + " such reviews teach the service. REASON (the default) if"
                                        + " there was a reason to look. What the service sampled"
                                        + " itself counts as RANDOM.",
                        allowableValues = {"RANDOM", "REASON"})
                @Nullable String selection,
        @Schema(
                        description =
                                "Words to the candidate, who appealed; the reason is not shown to them")
                @Nullable String reply) {

    /** The points of one criterion. */
    @Schema(name = "ReviewPoints")
    public record Points(@Nullable String id, @Nullable BigDecimal points) {}

    /** Feedback in a reviewer's words. */
    @Schema(name = "ReviewFeedback")
    public record Words(
            @Nullable String summary,
            @Nullable List<@Nullable String> strengths,
            @Nullable List<@Nullable String> improvements) {}
}
