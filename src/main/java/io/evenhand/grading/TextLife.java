package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.util.Optional;

/** How long the texts of a tenant's gradings are kept. */
public interface TextLife {

    /** From when they came in; empty if nothing ends it but an erasure. */
    Optional<Duration> of(TenantId tenant);
}
