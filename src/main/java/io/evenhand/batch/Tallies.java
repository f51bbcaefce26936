package io.evenhand.batch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.BatchTally;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.platform.TenantId;
import java.time.Duration;

/**
 * Counts what became of batches, for whoever looks. A count is kept for some times as long as it
 * took, so that a million lines that many look at are not counted all the time; a batch that has
 * moved on is counted anew.
 */
final class Tallies {

    /** So counting takes no more than a tenth of the time, and that of a small batch is fresh. */
    private static final int TIMES = 9;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final BatchedGradings gradings;
    private final Ticker ticker;
    private final Cache<State, Counted> known;

    Tallies(BatchedGradings gradings, Ticker ticker) {
        this.gradings = gradings;
        this.ticker = ticker;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .ticker(ticker)
                        .expireAfter(Expiry.creating((State state, Counted c) -> c.life()))
                        .build();
    }

    BatchTally of(Batch batch) {
        State state = State.of(batch);
        Counted before = known.getIfPresent(state);
        if (before != null && before.total() == batch.received().total()) {
            return before.tally();
        }
        long begun = ticker.read();
        BatchTally tally = now(batch);
        Duration took = Duration.ofNanos(ticker.read() - begun);
        known.put(state, new Counted(tally, batch.received().total(), took));
        return tally;
    }

    /** However many they are. */
    BatchTally now(Batch batch) {
        return gradings.tally(batch.tenant(), batch.id(), batch.received().total());
    }

    private record State(TenantId tenant, BatchId batch, BatchStatus status, boolean over) {

        static State of(Batch batch) {
            return new State(
                    batch.tenant(), batch.id(), batch.status(), batch.completedAt().isPresent());
        }
    }

    private record Counted(BatchTally tally, int total, Duration took) {

        Duration life() {
            Duration life = took.multipliedBy(TIMES);
            return life.compareTo(LONGEST) < 0 ? life : LONGEST;
        }
    }
}
