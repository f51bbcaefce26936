package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * Takes the texts out of gradings; what is left of each is {@link Grading#erased}. Calls block and
 * belong into a transaction of the storage, and do a bounded part of the work.
 */
public interface Erasures {

    /**
     * Erases some gradings of a candidate.
     *
     * @return which; fewer than {@code most} if there are no more
     */
    List<GradingId> ofCandidate(TenantId tenant, String candidateRef, int most, String actor);

    /** Erases some of the gradings that came in before the given time, the oldest first. */
    List<GradingId> createdBefore(TenantId tenant, Instant end, int most, String actor);
}
