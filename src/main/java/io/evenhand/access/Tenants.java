package io.evenhand.access;

import io.evenhand.platform.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whose requests are taken here: of those whom the settings name. Keys and users that are made here
 * belong to one of them, since whoever makes them does.
 */
@Component
public class Tenants {

    private final TenantId home;
    private final Set<TenantId> known;

    Tenants(AccessSettings settings) {
        this.home = settings.home();
        Stream<TenantId> ofKeys = settings.keys().stream().map(key -> new TenantId(key.tenant()));
        Stream<TenantId> ofProvider =
                settings.waysIn().provider().stream()
                        .flatMap(provider -> provider.tenants().keySet().stream())
                        .map(TenantId::new);
        this.known =
                Stream.of(Stream.of(home), ofKeys, ofProvider)
                        .flatMap(tenants -> tenants)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The one whose people sign in here first. */
    public TenantId home() {
        return home;
    }

    /** The tenant of that name, if it is one. */
    public Optional<TenantId> find(String name) {
        return known.stream().filter(tenant -> tenant.value().equals(name)).findFirst();
    }
}
