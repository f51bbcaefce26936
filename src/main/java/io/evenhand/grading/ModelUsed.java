package io.evenhand.grading;

import io.evenhand.platform.TenantId;

/**
 * Models have worked for a tenant, whatever came of it; published in the transaction that stores
 * what came of it, so that whoever listens plainly counts it with that or not at all.
 */
public record ModelUsed(TenantId tenant, Usage usage) {}
