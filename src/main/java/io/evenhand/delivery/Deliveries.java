package io.evenhand.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The outbox, and the log that it becomes. Calls block and belong into a transaction. */
public interface Deliveries {

    void add(Delivery delivery);

    /** Enabled endpoints that something is due for, in no order, without those that are busy. */
    List<Endpoint> waiting(Set<EndpointId> busy, int most);

    /** Claims what is due for an endpoint and held by nobody, the longest due first. */
    List<Delivery> claim(Endpoint endpoint, int most, Duration lease);

    /**
     * Moves a delivery on, with nobody else moving it meanwhile.
     *
     * @param attempt the attempt that the move belongs to, if it belongs to one: with another the
     *     delivery stays as it is
     * @return the delivery as it is now; empty if it is unknown or its attempt is another
     */
    Optional<Delivery> move(
            Endpoint endpoint,
            DeliveryId id,
            Optional<Integer> attempt,
            UnaryOperator<Delivery> move);

    /** Newest first. */
    List<Delivery> page(Endpoint endpoint, Optional<DeliveryId> before, int limit);

    /** Forgets what is older than the given time, not on its way, and not for the topic. */
    int forget(Instant before);
}
