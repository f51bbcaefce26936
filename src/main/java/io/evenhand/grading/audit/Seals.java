package io.evenhand.grading.audit;

import io.evenhand.platform.TenantId;
import java.util.List;

/** All seals of all tenants. Calls block and belong into a transaction of the storage. */
public interface Seals {

    /** Tenants of whom something is not sealed yet. */
    List<TenantId> unsealed();

    /**
     * Covers some of what is not sealed by a new seal, unless another instance is about that.
     *
     * @param most about so many entries
     * @return false if there was nothing to seal, or it was not this one's turn
     */
    boolean seal(TenantId tenant, int most);

    /**
     * Oldest first.
     *
     * @param after the number of the one before the first
     */
    List<Seal> after(TenantId tenant, int after, int most);

    /** Newest first. */
    List<Seal> before(TenantId tenant, int before, int most);
}
