package io.evenhand.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.Fault;
import io.evenhand.delivery.secret.NewSecret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as clients see it.
 *
 * @param disabledBy what made the service disable it, if it was the service
 * @param previousSecretUntil until when events are signed with the secret before, too, if it was
 *     changed
 * @param secret shown when it is made, and never again
 */
public record EndpointView(
        String id,
        String url,
        List<String> events,
        boolean includeAnswer,
        boolean enabled,
        @Nullable Fault disabledBy,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static EndpointView of(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointView with(NewSecret secret, Endpoint endpoint) {
        return of(endpoint, secret.value());
    }

    private static EndpointView of(Endpoint endpoint, @Nullable String secret) {
        return new EndpointView(
                endpoint.id().value(),
                endpoint.url().toString(),
                endpoint.events().stream().sorted().map(EventType::label).toList(),
                endpoint.includeAnswer(),
                endpoint.enabled(),
                endpoint.disabledBy().orElse(null),
                endpoint.createdAt(),
                endpoint.secrets().previousUntil().orElse(null),
                secret);
    }
}
