package io.evenhand.delivery.secret;

import io.evenhand.delivery.EndpointId;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.SealBrokenException;
import io.evenhand.platform.vault.Vault;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Seals secrets for storage and opens them. They cannot be kept as hashes, since events are signed
 * with them; so that a dump of the database alone signs nothing, their key is not in it. A secret
 * is bound to its endpoint: in another's row it does not open.
 */
@Component
public class SecretSeal {

    private final Vault vault;
    private final FormerSeal former;

    SecretSeal(Vault vault, FormerSeal former) {
        this.vault = vault;
        this.former = former;
    }

    public String seal(String secret, TenantId tenant, EndpointId endpoint) {
        return vault.seal(place(tenant, endpoint), secret);
    }

    /** Empty if it was sealed with another key, or for another endpoint. */
    public Optional<String> open(String sealed, TenantId tenant, EndpointId endpoint) {
        try {
            return Optional.of(former.opened(vault, place(tenant, endpoint), sealed));
        } catch (SealBrokenException e) {
            return Optional.empty();
        }
    }

    private static Place place(TenantId tenant, EndpointId endpoint) {
        return SealedSecrets.ENDPOINT.place("secret", tenant, endpoint);
    }
}
