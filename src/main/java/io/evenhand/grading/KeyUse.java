package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.time.Duration;
import java.time.Instant;

/**
 * What an idempotency key stands for.
 *
 * @param keyHash hash of the key, which may itself be telling
 * @param bodyHash hash of the body as canonical JSON
 * @param asynchronous whether its request did not wait for the grade
 */
public record KeyUse(
        TenantId tenant,
        Sha256 keyHash,
        Sha256 bodyHash,
        GradingId grading,
        boolean asynchronous,
        Instant usedAt) {

    /** How long a key stands for its first request (API contract). */
    public static final Duration LIFE = Duration.ofHours(24);
}
