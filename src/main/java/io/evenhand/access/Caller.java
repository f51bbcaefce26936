package io.evenhand.access;

import io.evenhand.platform.TenantId;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name what the history calls them; never the key itself
 */
public record Caller(TenantId tenant, String name, Set<Scope> scopes) {

    /** Whoever reaches a service that has no keys and listens to this machine alone. */
    static final Caller LOCAL = new Caller(TenantId.LOCAL, "local", Set.of(Scope.values()));

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
