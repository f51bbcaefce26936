package io.evenhand.platform.vault;

import io.evenhand.platform.ServiceKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The key that seals, and those that open what was sealed before. */
final class VaultKeys {

    private static final String PURPOSE = "evenhand/vault/1";

    private final VaultKey current;
    private final Map<String, VaultKey> byId = new LinkedHashMap<>();

    VaultKeys(ServiceKey service) {
        current = VaultKey.of(service.derived(PURPOSE, VaultKey.ALGORITHM));
        byId.put(current.id(), current);
        service.derivedFromPrevious(PURPOSE, VaultKey.ALGORITHM).stream()
                .map(VaultKey::of)
                .forEach(key -> byId.putIfAbsent(key.id(), key));
    }

    VaultKey current() {
        return current;
    }

    Optional<VaultKey> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<String> ids() {
        return byId.keySet();
    }
}
