package io.evenhand.access;

import io.evenhand.platform.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose requests are taken here: of those who have a key, or of whoever is on this machine. */
@Component
public class Tenants {

    private final Set<TenantId> known;

    Tenants(AccessSettings settings) {
        this.known =
                settings.keys().isEmpty()
                        ? Set.of(TenantId.LOCAL)
                        : settings.keys().stream()
                                .map(key -> new TenantId(key.tenant()))
                                .collect(Collectors.toUnmodifiableSet());
    }

    /** The tenant of that name, if it is one. */
    public Optional<TenantId> find(String name) {
        return known.stream().filter(tenant -> tenant.value().equals(name)).findFirst();
    }
}
