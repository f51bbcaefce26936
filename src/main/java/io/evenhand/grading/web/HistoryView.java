package io.evenhand.grading.web;

import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of a grading as clients see it, oldest first. */
public record HistoryView(List<Item> items) {

    static HistoryView of(List<HistoryEntry> entries) {
        return new HistoryView(entries.stream().map(Item::of).toList());
    }

    /**
     * One move.
     *
     * @param cause why it was let go of, not graded or cancelled, as a reason or a kind of fault
     * @param hash of this entry and of the one before: the audit's chain
     */
    public record Item(
            Instant at,
            HistoryEntry.Event event,
            String actor,
            GradingStatus status,
            int revision,
            @Nullable BigDecimal score,
            @Nullable GraderView grader,
            @Nullable String cause,
            String hash) {

        private static Item of(HistoryEntry entry) {
            return new Item(
                    entry.at(),
                    entry.event(),
                    entry.actor(),
                    entry.status(),
                    entry.revision(),
                    entry.score().map(Points::value).orElse(null),
                    entry.grader().map(GraderView::of).orElse(null),
                    entry.cause().orElse(null),
                    entry.hash().value());
        }
    }
}
