package io.evenhand.delivery.secret;

import io.evenhand.delivery.DeliverySettings;
import io.evenhand.platform.KeyFile;
import io.evenhand.platform.ServiceKey;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that seals secrets: one of its own where the settings or a file have it, since secrets
 * may have been sealed with that, else derived from the service's.
 */
@Component
class SealingKey {

    private static final String SETTING = "evenhand.delivery.key";
    private static final String PURPOSE = "evenhand/delivery/secrets/1";
    private static final String ALGORITHM = "AES";

    private final ServiceKey service;
    private final KeyFile own;
    private @Nullable SecretKey key;

    SealingKey(
            ServiceKey service, DeliverySettings settings, @Value("${evenhand.data}") Path data) {
        this.service = service;
        this.own = new KeyFile(data.resolve("delivery.key"));
        if (!settings.key().isBlank()) {
            key = new SecretKeySpec(KeyFile.parse(settings.key(), SETTING), ALGORITHM);
        }
    }

    synchronized SecretKey get() {
        SecretKey known = key;
        if (known == null) {
            known =
                    own.exists()
                            ? new SecretKeySpec(own.read(), ALGORITHM)
                            : service.derived(PURPOSE, ALGORITHM);
            key = known;
        }
        return known;
    }
}
