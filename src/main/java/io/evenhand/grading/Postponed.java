package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * Gradings that wait for a time at which a model may be asked again. Calls block and belong into a
 * transaction of the storage.
 */
public interface Postponed {

    /** Whose gradings wait for exactly this time. */
    List<TenantId> tenants(Instant until);

    /**
     * Has those that wait for exactly this time wait no longer.
     *
     * @return how many they are
     */
    int callForward(TenantId tenant, Instant until, Instant now);
}
