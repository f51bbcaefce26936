package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The gradings of a batch, many at a time. Calls block and belong into a transaction of the
 * storage.
 */
public interface BatchedGradings {

    /** Stores new gradings. */
    void add(List<Grading> gradings, String actor);

    /** Those of the ids that there are, in any order. */
    List<Grading> find(TenantId tenant, Collection<GradingId> ids);

    /**
     * Claims open gradings of a batch that nobody holds, the first in the batch first.
     *
     * @param upTo no later ones than that
     */
    List<Grading> claim(
            TenantId tenant, BatchId batch, Optional<GradingId> upTo, int most, Duration lease);

    /** Whether any of a batch is open, up to an id if there is one. */
    boolean anyOpen(TenantId tenant, BatchId batch, Optional<GradingId> upTo);

    /** Open ones of a batch. */
    List<GradingId> open(TenantId tenant, BatchId batch, int most);

    /**
     * What became of all of them so far.
     *
     * @param total how many there are: those that nobody has begun are what is left of it
     */
    BatchTally tally(TenantId tenant, BatchId batch, int total);
}
