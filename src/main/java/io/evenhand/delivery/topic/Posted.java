package io.evenhand.delivery.topic;

import io.evenhand.delivery.Delivery;
import java.util.concurrent.CompletableFuture;

/** What becomes of an event that was claimed for the topic. */
sealed interface Posted {

    Delivery delivery();

    /** Handed over; ends when the brokers have acknowledged it. */
    record Handed(Delivery delivery, CompletableFuture<?> acknowledged) implements Posted {}

    /** It cannot be written as it is; others are not held up by it. */
    record Unwritten(Delivery delivery) implements Posted {}

    /** The brokers take nothing at the moment. */
    record Kept(Delivery delivery) implements Posted {}

    /** What there was to tell of has been erased. */
    record Erased(Delivery delivery) implements Posted {}
}
