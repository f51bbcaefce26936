package io.evenhand.delivery.secret;

import io.evenhand.delivery.DeliverySettings;
import io.evenhand.platform.KeyFile;
import io.evenhand.platform.ServiceKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys that may have sealed secrets before there was a vault: one of their own where the settings
 * or a file have it, and those derived from the service's.
 */
@Component
class FormerKeys {

    private static final String SETTING = "evenhand.delivery.key";
    private static final String PURPOSE = "evenhand/delivery/secrets/1";
    private static final String ALGORITHM = "AES";

    private final ServiceKey service;
    private final KeyFile file;
    private final Optional<SecretKey> set;

    FormerKeys(
            ServiceKey service, DeliverySettings settings, @Value("${evenhand.data}") Path data) {
        this.service = service;
        this.file = new KeyFile(data.resolve("delivery.key"));
        this.set =
                Optional.of(settings.key())
                        .filter(key -> !key.isBlank())
                        .map(key -> key(KeyFile.parse(key, SETTING)));
    }

    List<SecretKey> all() {
        Stream<SecretKey> own =
                set
                        .or(() -> file.exists() ? Optional.of(key(file.read())) : Optional.empty())
                        .stream();
        Stream<SecretKey> derived = Stream.of(service.derived(PURPOSE, ALGORITHM));
        Stream<SecretKey> before = service.derivedFromPrevious(PURPOSE, ALGORITHM).stream();
        return Stream.of(own, derived, before).flatMap(keys -> keys).toList();
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
