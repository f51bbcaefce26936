package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.util.Collection;
import java.util.List;

/**
 * Keys of several gradings as a list of pairs: H2 finds rows by {@code (tenant, id) in (...)}, but
 * reads all of a tenant's for {@code tenant = ... and id in (...)}.
 */
final class Keys {

    private Keys() {}

    static List<Object[]> of(TenantId tenant, Collection<GradingId> ids) {
        return ids.stream().map(id -> new Object[] {tenant.value(), id.value()}).toList();
    }
}
