package io.evenhand.authoring.web;

import io.evenhand.authoring.draft.Draft;
import io.evenhand.authoring.draft.Origin;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.web.UsageView;
import io.evenhand.platform.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the rubric of a version came from, as clients see it.
 *
 * @param version of the question that has this rubric
 */
record DraftView(
        String questionId, int version, OriginView origin, UsageView usage, Instant createdAt) {

    static DraftView of(Draft draft) {
        return new DraftView(
                draft.question().id(),
                draft.question().version(),
                OriginView.of(draft.origin()),
                UsageView.of(draft.usage()),
                draft.createdAt());
    }

    /** A model's work, or that of a rule, and then why. */
    record OriginView(
            GraderKind kind,
            @Nullable String model,
            @Nullable String prompt,
            @Nullable String promptHash,
            @Nullable FallbackReason fallbackReason,
            int attempts) {

        static OriginView of(Origin origin) {
            return new OriginView(
                    origin.kind(),
                    origin.model().orElse(null),
                    origin.prompt().orElse(null),
                    origin.promptHash().map(Sha256::value).orElse(null),
                    origin.fallbackReason().orElse(null),
                    origin.attempts());
        }
    }
}
