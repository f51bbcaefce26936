package io.evenhand.grading;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the gradings of a batch so far.
 *
 * @param counts gradings by status; no status with none
 * @param cost sum of what their grades cost; empty if none has a price
 * @param priced how many of them cost something
 */
public record BatchTally(
        Map<GradingStatus, Integer> counts, Optional<BigDecimal> cost, int priced) {

    public BatchTally {
        counts = Map.copyOf(counts);
    }

    public int of(GradingStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** How many are still to be graded for the first time. */
    public int open() {
        return of(GradingStatus.QUEUED) + of(GradingStatus.GRADING);
    }

    /** How many are not open any more. */
    public int settled() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - open();
    }
}
