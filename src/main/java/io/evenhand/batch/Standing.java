package io.evenhand.batch;

import io.evenhand.grading.BatchTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a batch stands.
 *
 * @param rejected the first lines that became nothing
 */
public record Standing(Batch batch, BatchTally tally, List<BatchLine> rejected) {

    public Standing {
        rejected = List.copyOf(rejected);
    }

    /** How long the rest takes at the pace so far; empty if it does not run or has no pace yet. */
    public Optional<Duration> left(Instant now) {
        int settled = tally.settled() - batch.pace().settledBefore();
        if (batch.status() != BatchStatus.RUNNING || settled <= 0) {
            return Optional.empty();
        }
        return batch.pace()
                .startedAt()
                .map(started -> Duration.between(started, now))
                .map(spent -> spent.multipliedBy(tally.open()).dividedBy(settled));
    }
}
