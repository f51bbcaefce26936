package io.evenhand.access.limit;

import io.evenhand.platform.TenantId;
import reactor.core.publisher.Mono;

/** Buckets of tokens that all instances of the service draw from. */
@FunctionalInterface
public interface Buckets {

    /**
     * Asks for one token; fails where that cannot be said soon.
     *
     * @param key whose bucket it is, among those of the tenant
     */
    Mono<Allowance> take(TenantId tenant, String key, Quota quota);
}
