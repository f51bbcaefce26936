package io.evenhand.delivery.send;

import io.evenhand.delivery.EndpointId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much is in flight, in all and to each endpoint. A receiver that fails gets one at a time
 * until it takes one, so that the dead leave room for the living.
 */
final class Lanes {

    private final int most;
    private final int mostEach;
    private final Map<EndpointId, Integer> inFlight = new HashMap<>();
    private final Set<EndpointId> failing = new HashSet<>();
    private int all;

    Lanes(int most, int mostEach) {
        this.most = most;
        this.mostEach = mostEach;
    }

    synchronized int room() {
        return most - all;
    }

    synchronized int room(EndpointId endpoint) {
        int width = failing.contains(endpoint) ? 1 : mostEach;
        return Math.min(room(), Math.max(0, width - inFlight.getOrDefault(endpoint, 0)));
    }

    /** Endpoints that get nothing more for now. */
    synchronized Set<EndpointId> full() {
        return inFlight.keySet().stream()
                .filter(endpoint -> room(endpoint) == 0)
                .collect(Collectors.toSet());
    }

    synchronized void take(EndpointId endpoint, int count) {
        all += count;
        inFlight.merge(endpoint, count, Integer::sum);
    }

    synchronized void free(EndpointId endpoint) {
        all--;
        inFlight.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
    }

    synchronized void heard(EndpointId endpoint, boolean delivered) {
        if (delivered) {
            failing.remove(endpoint);
        } else {
            failing.add(endpoint);
        }
    }

    synchronized boolean isEmpty() {
        return all == 0;
    }
}
