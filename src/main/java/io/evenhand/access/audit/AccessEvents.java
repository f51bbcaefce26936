package io.evenhand.access.audit;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** Where the audit of access is kept. */
public interface AccessEvents {

    void add(AccessEvent event);

    /**
     * Oldest first.
     *
     * @param after the id of the last one that is known; empty from the beginning
     * @param until those that came later are left out
     */
    List<AccessEvent> page(TenantId tenant, String after, Instant until, int limit);
}
