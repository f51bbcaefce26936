package io.evenhand.grading.audit;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The audit as it lies in the store, a bounded part at a time. Calls block and belong into a
 * transaction of the storage.
 */
public interface AuditTrail {

    /** Some gradings with their histories, in the order of their ids. */
    Part part(TenantId tenant, Optional<GradingId> after, int most);

    /** What is wrong with the grading, with nobody moving it meanwhile. */
    Optional<Fault> fault(TenantId tenant, GradingId id);

    /** A history of which there is no grading. */
    Optional<GradingId> orphan(TenantId tenant);

    /** What a seal covers, as it is now. */
    Covered covered(TenantId tenant, int seal);

    /** How many entries no seal covers yet. */
    int unsealed(TenantId tenant);

    /** A seal with a higher number that entries name, and that is not there. */
    Optional<Integer> missing(TenantId tenant, int after);

    /**
     * Some gradings.
     *
     * @param suspects those of them of which something seems wrong; what has moved meanwhile may
     *     seem so
     * @param last where the next part begins; empty if this one was the last
     */
    record Part(int gradings, int entries, List<GradingId> suspects, Optional<GradingId> last) {}

    /** Entries under a seal. */
    record Covered(int gradings, int entries, Sha256 root) {}
}
