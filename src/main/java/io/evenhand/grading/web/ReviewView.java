package io.evenhand.grading.web;

import io.evenhand.grading.Review;
import io.evenhand.grading.Selection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who decided on a grading, and why. */
public record ReviewView(
        String reviewer,
        @Nullable String reason,
        Instant reviewedAt,
        Selection selection,
        @Nullable String reply) {

    static ReviewView of(Review review) {
        return new ReviewView(
                review.reviewer(),
                review.reason().orElse(null),
                review.reviewedAt(),
                review.selection(),
                review.reply().orElse(null));
    }
}
