package io.evenhand.delivery;

import io.evenhand.platform.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where a tenant wants to be told of events.
 *
 * @param includeAnswer whether it is sent answers and quotes from them
 * @param disabledBy what made the service disable it, if it was the service
 * @param version counts changes, and is the entity tag
 */
public record Endpoint(
        TenantId tenant,
        EndpointId id,
        URI url,
        Set<EventType> events,
        boolean includeAnswer,
        boolean enabled,
        Optional<Fault> disabledBy,
        SigningSecrets secrets,
        Instant createdAt,
        long version) {

    public Endpoint {
        events = Set.copyOf(events);
    }

    /** What its owner changes; enabling it forgets why it was disabled. */
    public Endpoint changed(
            URI newUrl, Set<EventType> newEvents, boolean newIncludeAnswer, boolean newEnabled) {
        return new Endpoint(
                tenant,
                id,
                newUrl,
                newEvents,
                newIncludeAnswer,
                newEnabled,
                newEnabled ? Optional.empty() : disabledBy,
                secrets,
                createdAt,
                version + 1);
    }

    public Endpoint rotated(String sealed, Instant now) {
        return with(enabled, disabledBy, secrets.rotated(sealed, now));
    }

    /** Ends all sending because of what the receiver answered. */
    public Endpoint disabled(Fault why) {
        return with(false, Optional.of(why), secrets);
    }

    private Endpoint with(
            boolean newEnabled, Optional<Fault> newDisabledBy, SigningSecrets newSecrets) {
        return new Endpoint(
                tenant,
                id,
                url,
                events,
                includeAnswer,
                newEnabled,
                newDisabledBy,
                newSecrets,
                createdAt,
                version + 1);
    }
}
