package io.evenhand.interviews;

import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;

/** All interviews of all tenants. Calls block, in a storage transaction. */
public interface Interviews {

    Optional<Interview> latest(TenantId tenant, String id);

    Optional<Interview> version(TenantId tenant, String id, int version);

    /** The latest versions by id, those after the given one. */
    List<Interview> page(TenantId tenant, Optional<String> after, int limit);

    /** Adds the first version; empty if there is an interview of that id. */
    Optional<Interview> add(TenantId tenant, Interview interview);

    /** Adds the next version; empty unless the latest is the expected one. */
    Optional<Interview> renew(TenantId tenant, Interview interview, int expected);

    /** Adds a version, whether it is the first or not. */
    Interview put(TenantId tenant, Interview interview);

    /** Deletes an interview with all of its versions; gradings stay. */
    boolean remove(TenantId tenant, String id);
}
