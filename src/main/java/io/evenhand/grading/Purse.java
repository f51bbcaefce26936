package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import reactor.core.publisher.Mono;

/**
 * A tenant's money for models; asked once more when a call's turn has come, since many may have
 * waited for theirs while it ran out.
 */
@FunctionalInterface
public interface Purse {

    /** One that is never empty. */
    Purse BOTTOMLESS = tenant -> Mono.empty();

    /** Empty if a model may be asked. */
    Mono<Spent> spent(TenantId tenant);
}
