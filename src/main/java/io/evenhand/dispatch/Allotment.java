package io.evenhand.dispatch;

import io.evenhand.grading.turns.Weights;
import io.evenhand.platform.TenantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares places out, one after the other: the next goes to the tenant that has the fewest gradings
 * in flight for its weight, and there to the lane that has. Ties go to the first.
 */
final class Allotment {

    private final List<Lane> hungry;
    private final Weights weights;
    private final Map<Lane, Integer> ofLane = new HashMap<>();
    private final Map<TenantId, Integer> ofTenant = new HashMap<>();

    /**
     * @param hungry lanes that may have something to claim
     * @param inFlight what is in flight, of any lane
     */
    Allotment(List<Lane> hungry, Map<Lane, Integer> inFlight, Weights weights) {
        this.hungry = List.copyOf(hungry);
        this.weights = weights;
        inFlight.forEach(this::count);
    }

    private void count(Lane lane, int more) {
        ofLane.merge(lane, more, Integer::sum);
        ofTenant.merge(lane.tenant(), more, Integer::sum);
    }

    /** How many each lane may claim; none that may claim nothing. */
    Map<Lane, Integer> share(int places) {
        Map<Lane, Integer> shares = new LinkedHashMap<>();
        for (int i = 0; i < places && !hungry.isEmpty(); i++) {
            Lane next = next();
            count(next, 1);
            shares.merge(next, 1, Integer::sum);
        }
        return shares;
    }

    private Lane next() {
        return hungry.stream()
                .min(
                        Comparator.comparingDouble(this::claimsOfTenant)
                                .thenComparingInt(lane -> ofLane.getOrDefault(lane, 0)))
                .orElseThrow();
    }

    /** With the place it would get: a heavier tenant is not behind where nobody has anything. */
    private double claimsOfTenant(Lane lane) {
        int inFlight = ofTenant.getOrDefault(lane.tenant(), 0);
        return (inFlight + 1) / weights.of(lane.tenant());
    }
}
