package io.evenhand.batch.web;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchStatus;
import io.evenhand.batch.Standing;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.web.UsageView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A batch as clients see it (API contract).
 *
 * @param total lines that were accepted
 * @param rejected the first lines that were not
 * @param rejectedCount all that were not
 */
public record BatchView(
        String id,
        BatchStatus status,
        int total,
        Map<GradingStatus, Integer> counts,
        List<RejectedView> rejected,
        int rejectedCount,
        UsageView.@Nullable CostView cost,
        @Nullable Long etaSeconds,
        Instant createdAt,
        @Nullable Instant completedAt) {

    static BatchView of(Standing standing, String currency, Instant now) {
        Batch batch = standing.batch();
        return new BatchView(
                batch.id().value(),
                batch.status(),
                batch.received().total(),
                new TreeMap<>(standing.tally().counts()),
                standing.rejected().stream().flatMap(RejectedView::of).toList(),
                batch.received().rejected(),
                standing.tally()
                        .cost()
                        .map(
                                cost ->
                                        new UsageView.CostView(
                                                cost.stripTrailingZeros().toPlainString(),
                                                currency))
                        .orElse(null),
                standing.left(now).map(Duration::toSeconds).orElse(null),
                batch.createdAt(),
                batch.completedAt().orElse(null));
    }
}
