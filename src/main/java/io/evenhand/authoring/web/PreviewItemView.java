package io.evenhand.authoring.web;

import io.evenhand.authoring.preview.Comparison;
import io.evenhand.authoring.preview.Item;
import io.evenhand.authoring.preview.Mark;
import io.evenhand.grading.GraderKind;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a preview, as clients see it: numbers and no text.
 *
 * @param change in percentage points
 * @param crosses which way it goes across the pass mark; null if it stays on its side
 * @param reviewed whether a person decided, so that nothing changes
 * @param error why there is nothing to compare
 */
record PreviewItemView(
        String gradingId,
        Item.Status status,
        @Nullable MarkView before,
        @Nullable MarkView after,
        @Nullable BigDecimal change,
        Comparison.@Nullable Crossing crosses,
        boolean reviewed,
        Comparison.@Nullable Trouble error) {

    static PreviewItemView of(Item item) {
        Optional<Comparison> comparison = item.comparison();
        return new PreviewItemView(
                item.grading().value(),
                item.status(),
                comparison.flatMap(Comparison::before).map(MarkView::of).orElse(null),
                comparison.flatMap(Comparison::after).map(MarkView::of).orElse(null),
                comparison.flatMap(Comparison::change).orElse(null),
                comparison.flatMap(Comparison::crosses).orElse(null),
                comparison.map(Comparison::reviewed).orElse(false),
                comparison.flatMap(Comparison::trouble).orElse(null));
    }

    /** What an answer has, or would have. */
    record MarkView(
            BigDecimal score,
            BigDecimal maxScore,
            BigDecimal percentage,
            @Nullable Boolean passed,
            GraderKind grader) {

        static MarkView of(Mark mark) {
            return new MarkView(
                    mark.score().value(),
                    mark.maxScore().value(),
                    mark.percentage(),
                    mark.passed().orElse(null),
                    mark.grader());
        }
    }
}
