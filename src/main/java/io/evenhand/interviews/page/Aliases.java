package io.evenhand.interviews.page;

import io.evenhand.platform.KeyedHash;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.TenantId;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What candidates are called as long as nobody asked for their names: always the same for the same
 * candidate, and nothing that a name could be found from without the service's key.
 */
@Component
class Aliases {

    private static final String PURPOSE = "evenhand candidate aliases";

    /** Ten thousand candidates share one of a billion with a chance of one in twenty. */
    private static final int DIGITS = 6;

    /** Without letters and digits that are read for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final SingletonSupplier<KeyedHash> hash;

    Aliases(ServiceKey key) {
        // a service that shows no candidate needs no key
        this.hash =
                SingletonSupplier.of(
                        () -> new KeyedHash(key.derived(PURPOSE, KeyedHash.ALGORITHM)));
    }

    String of(TenantId tenant, String candidate) {
        String digest = hash.obtain().of(tenant.value() + "\0" + candidate).value();
        long number = HexFormat.fromHexDigitsToLong(digest.substring(digest.length() - 15));
        StringBuilder alias = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            alias.append(ALPHABET.charAt((int) (number % ALPHABET.length())));
            number /= ALPHABET.length();
        }
        return "Candidate " + alias;
    }
}
