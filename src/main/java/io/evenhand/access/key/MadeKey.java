package io.evenhand.access.key;

import io.evenhand.access.Caller;
import io.evenhand.access.Scope;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key that was made here.
 *
 * @param name what people call it
 * @param madeBy who made it
 * @param lastUsedAt to the minute
 */
public record MadeKey(
        TenantId tenant,
        KeyId id,
        String name,
        Set<Scope> scopes,
        String madeBy,
        Instant madeAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public MadeKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean isAlive(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Whoever comes with it. */
    public Caller caller() {
        return Caller.withScopes(tenant, "key:" + id, scopes);
    }
}
