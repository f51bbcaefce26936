package io.evenhand.dispatch;

import io.evenhand.batch.Batch;
import io.evenhand.grading.BatchId;
import io.evenhand.platform.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What is taken up in one go: the gradings of a batch, or those of a tenant in no batch. */
record Lane(TenantId tenant, Optional<BatchId> batch) {

    static Lane of(Batch batch) {
        return new Lane(batch.tenant(), Optional.of(batch.id()));
    }

    static Lane of(TenantId tenant) {
        return new Lane(tenant, Optional.empty());
    }

    /** In any order: where there are more tenants than places, it is not always the same ones. */
    static List<Lane> shuffled(List<TenantId> tenants) {
        List<Lane> lanes = new ArrayList<>(tenants.stream().map(Lane::of).toList());
        Collections.shuffle(lanes);
        return lanes;
    }
}
