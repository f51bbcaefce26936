package io.evenhand.review.queue;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.util.List;

/** What two people made of the same answer, each unseen by the other. Calls block. */
public interface TwoReadings {

    /** In place of any earlier two. */
    void put(TenantId tenant, GradingId id, Reading first, Reading second);

    /** Both, or none. */
    List<Reading> of(TenantId tenant, GradingId id);
}
