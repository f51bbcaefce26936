package io.evenhand.dispatch;

import io.evenhand.batch.Batch;
import io.evenhand.grading.BatchId;
import io.evenhand.platform.TenantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares places out, one after the other: the next goes to the tenant that has the fewest gradings
 * in flight, and there to the batch that has. Ties go to the older batch.
 */
final class Allotment {

    private final List<Batch> hungry;
    private final Map<BatchId, Integer> ofBatch = new HashMap<>();
    private final Map<TenantId, Integer> ofTenant = new HashMap<>();

    /**
     * @param hungry batches that may have something to claim, the oldest first
     * @param inFlight what is in flight, of any batch
     */
    Allotment(List<Batch> hungry, Map<Lane, Integer> inFlight) {
        this.hungry = List.copyOf(hungry);
        inFlight.forEach(this::count);
    }

    private void count(Lane lane, int more) {
        ofBatch.merge(lane.batch(), more, Integer::sum);
        ofTenant.merge(lane.tenant(), more, Integer::sum);
    }

    /** How many each batch may claim; none that may claim nothing. */
    Map<Batch, Integer> share(int places) {
        Map<Batch, Integer> shares = new LinkedHashMap<>();
        for (int i = 0; i < places && !hungry.isEmpty(); i++) {
            Batch next = next();
            count(Lane.of(next), 1);
            shares.merge(next, 1, Integer::sum);
        }
        return shares;
    }

    private Batch next() {
        return hungry.stream()
                .min(
                        Comparator.comparingInt(
                                        (Batch batch) -> ofTenant.getOrDefault(batch.tenant(), 0))
                                .thenComparingInt(batch -> ofBatch.getOrDefault(batch.id(), 0)))
                .orElseThrow();
    }

    /** A batch and whose it is. */
    record Lane(TenantId tenant, BatchId batch) {

        static Lane of(Batch batch) {
            return new Lane(batch.tenant(), batch.id());
        }
    }
}
