package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All gradings of all tenants. Calls block and belong into a transaction of the storage. */
public interface Gradings {

    /**
     * Stores a new grading, and what its idempotency key stands for.
     *
     * @return empty if it was stored; else what the key already stands for, and nothing was stored
     */
    Optional<KeyUse> add(Grading grading, Optional<KeyUse> key, String actor);

    /** What a key stands for, if it was used after the given time. */
    Optional<KeyUse> key(TenantId tenant, Sha256 keyHash, Instant usedAfter);

    Optional<Grading> find(TenantId tenant, GradingId id);

    /** The entity tag of a grading without the rest of it. */
    Optional<Long> version(TenantId tenant, GradingId id);

    /** Newest first. */
    List<Grading> page(GradingQuery query);

    /** Oldest first. */
    List<HistoryEntry> history(TenantId tenant, GradingId id);

    /**
     * Moves a grading on, with nobody else moving it meanwhile.
     *
     * @param attempt the attempt that the move belongs to, if it belongs to one: with another the
     *     grading stays as it is
     * @return the grading as it is now; empty if it is unknown, its attempt is another, or the move
     *     is not allowed in its state
     */
    Optional<Grading> move(
            TenantId tenant,
            GradingId id,
            Optional<Integer> attempt,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> move);

    /** Tenants with open gradings that nobody holds and that came in no batch. */
    List<TenantId> withAbandoned();

    /** Claims such gradings of a tenant: what a worker left behind, then the oldest first. */
    List<Grading> claimAbandoned(TenantId tenant, int most, Duration lease);

    /** Tenants with graded ones that a model should be asked about again by now. */
    List<TenantId> withDue();

    /** Claims such gradings of a tenant, the longest due first. */
    List<Grading> claimDue(TenantId tenant, int most, Duration lease);

    /**
     * Renews leases, which is no move: it has no entry in the history and no new version.
     *
     * @return those that are still held; the others have ended, or somebody else has taken them
     */
    List<Hold> renew(List<Hold> holds, Instant until);

    /**
     * Ends the leases that run until before the given time; for a store that no other process can
     * have open.
     */
    int endLeases(Instant until);

    /** Forgets keys that were used before the given time. */
    int forgetKeys(Instant usedBefore);
}
