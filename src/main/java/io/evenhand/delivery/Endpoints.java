package io.evenhand.delivery;

import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All endpoints of all tenants. Calls block and belong into a transaction of the storage. */
public interface Endpoints {

    void add(Endpoint endpoint);

    Optional<Endpoint> find(TenantId tenant, EndpointId id);

    /** Oldest first. */
    List<Endpoint> of(TenantId tenant);

    /** Changes one, with nobody else changing it meanwhile; empty if it is unknown. */
    Optional<Endpoint> change(TenantId tenant, EndpointId id, UnaryOperator<Endpoint> change);

    /** Removes one and its deliveries; false if it is unknown. */
    boolean remove(TenantId tenant, EndpointId id);
}
