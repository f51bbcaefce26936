package io.evenhand.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What of the outbox waits for the topic, of all tenants. Calls block and belong into a
 * transaction.
 */
public interface TopicQueue {

    /** Claims what is due and held by nobody, the longest due first. */
    List<Delivery> claim(int most, Duration lease);

    /**
     * Takes what has been acknowledged out of the outbox: the topic itself is the log.
     *
     * @return false if another attempt has it
     */
    boolean done(Delivery claimed);

    /**
     * Lets go of one for another attempt.
     *
     * @return false if another attempt has it
     */
    boolean later(Delivery claimed, Instant due);
}
