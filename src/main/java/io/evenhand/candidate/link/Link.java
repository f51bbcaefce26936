package io.evenhand.candidate.link;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A candidate's way to a page, without an account.
 *
 * @param id names the link and nobody
 * @param madeBy as histories call them
 */
public record Link(
        TenantId tenant,
        String id,
        Target target,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {

    static Link of(TenantId tenant, Target target, String madeBy, Instant now, Instant end) {
        String id = UlidCreator.getMonotonicUlid(now.toEpochMilli()).toString();
        return new Link(tenant, id, target, madeBy, now, end, Optional.empty());
    }

    public boolean isGoodAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
