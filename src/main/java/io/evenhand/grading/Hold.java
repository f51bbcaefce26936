package io.evenhand.grading;

import io.evenhand.platform.TenantId;

/** That a worker holds a grading, by the attempt that its claim counted. */
public record Hold(TenantId tenant, GradingId id, int attempt) {

    public static Hold of(Grading claimed) {
        return new Hold(claimed.tenant(), claimed.id(), claimed.attempt());
    }
}
