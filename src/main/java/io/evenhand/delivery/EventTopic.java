package io.evenhand.delivery;

/**
 * The topic that all events leave by; there only where brokers are set.
 *
 * @param name of the topic
 */
public record EventTopic(String name) {

    /** Stands in the outbox where an endpoint would; no client can name it, since it is no ULID. */
    public static final EndpointId LISTENER = new EndpointId("TOPIC");
}
