package io.evenhand.access;

import io.evenhand.access.key.KeyRing;
import io.evenhand.access.key.MadeKey;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds out whose key it is: one of the settings, in a time that does not depend on the key, or one
 * that was made here.
 */
@Component
class ApiKeys {

    private static final int NAME_LENGTH = 8;

    private final AccessSettings settings;
    private final KeyRing ring;

    ApiKeys(AccessSettings settings, KeyRing ring) {
        this.settings = settings;
        this.ring = ring;
    }

    Mono<KnownKey> find(String key) {
        return Mono.justOrEmpty(ofSettings(key))
                .switchIfEmpty(Mono.defer(() -> ring.find(key).map(this::known)));
    }

    private Optional<KnownKey> ofSettings(String key) {
        byte[] given = Sha256.of(key).value().getBytes(StandardCharsets.US_ASCII);
        Optional<AccessSettings.Key> found = Optional.empty();
        for (AccessSettings.Key known : settings.keys()) {
            boolean same =
                    MessageDigest.isEqual(given, known.hash().getBytes(StandardCharsets.US_ASCII));
            found = same ? Optional.of(known) : found;
        }
        return found.map(this::known);
    }

    private KnownKey known(AccessSettings.Key key) {
        String digits = key.hash().substring(key.hash().indexOf(':') + 1);
        Caller caller =
                Caller.withScopes(
                        new TenantId(key.tenant()),
                        "key:" + digits.substring(0, NAME_LENGTH),
                        key.scopes());
        return new KnownKey(caller, digits, settings.quota(key));
    }

    private KnownKey known(MadeKey key) {
        return new KnownKey(key.caller(), key.id().value(), settings.rateLimit());
    }
}
