package io.evenhand.access;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whose key it is, in a time that does not depend on the key. */
@Component
class ApiKeys {

    private static final int NAME_LENGTH = 8;

    private final AccessSettings settings;

    ApiKeys(AccessSettings settings) {
        this.settings = settings;
    }

    boolean areNeeded() {
        return !settings.keys().isEmpty();
    }

    Optional<KnownKey> find(String key) {
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
                new Caller(
                        new TenantId(key.tenant()),
                        "key:" + digits.substring(0, NAME_LENGTH),
                        key.scopes());
        return new KnownKey(caller, digits, settings.quota(key));
    }
}
