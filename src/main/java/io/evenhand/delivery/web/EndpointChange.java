package io.evenhand.delivery.web;

import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EventType;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What a client wants an endpoint to be, checked; what is empty stays as it is. */
record EndpointChange(
        Optional<URI> url,
        Optional<Set<EventType>> events,
        Optional<Boolean> includeAnswer,
        Optional<Boolean> enabled) {

    Endpoint of(Endpoint endpoint) {
        return endpoint.changed(
                url.orElse(endpoint.url()),
                events.orElse(endpoint.events()),
                includeAnswer.orElse(endpoint.includeAnswer()),
                enabled.orElse(endpoint.enabled()));
    }
}
