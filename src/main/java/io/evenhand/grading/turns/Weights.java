package io.evenhand.grading.turns;

import io.evenhand.platform.TenantId;

/** How much of what is scarce a tenant gets beside others, above 0; 1 is what most have. */
@FunctionalInterface
public interface Weights {

    Weights EQUAL = tenant -> 1;

    double of(TenantId tenant);
}
