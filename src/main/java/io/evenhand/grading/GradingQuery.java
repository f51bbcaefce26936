package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which gradings to list.
 *
 * @param statuses empty for all
 * @param createdAfter inclusive
 * @param createdBefore exclusive
 * @param before only ids below this one: where the page before ended
 */
public record GradingQuery(
        TenantId tenant,
        Set<GradingStatus> statuses,
        Optional<String> questionId,
        Optional<String> batchId,
        Optional<String> candidateRef,
        Optional<Instant> createdAfter,
        Optional<Instant> createdBefore,
        Optional<GradingId> before,
        int limit) {

    public static GradingQuery newest(TenantId tenant, int limit) {
        return new GradingQuery(
                tenant,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    /** The same with room for one more, which tells whether there is another page. */
    public GradingQuery oneMore() {
        return new GradingQuery(
                tenant,
                statuses,
                questionId,
                batchId,
                candidateRef,
                createdAfter,
                createdBefore,
                before,
                limit + 1);
    }
}
