package io.evenhand.delivery.secret;

import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.SealBrokenException;
import io.evenhand.platform.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Opens secrets that were sealed before there was a vault. */
@Component
class FormerSeal {

    private static final String FORM = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final FormerKeys keys;

    FormerSeal(FormerKeys keys) {
        this.keys = keys;
    }

    /** What was sealed so, or by the vault. */
    String opened(Vault vault, Place place, String sealed) {
        return sealed.startsWith(FORM) ? opened(place, sealed) : vault.open(place, sealed);
    }

    private String opened(Place place, String sealed) {
        return keys.all().stream()
                .flatMap(key -> opened(key, place, sealed).stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                new SealBrokenException(
                                        place, "was changed, or sealed with another key"));
    }

    private static Optional<String> opened(SecretKey key, Place place, String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed.substring(FORM.length()));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOf(all, NONCE_BYTES)));
            cipher.updateAAD((place.tenant() + "/" + place.row()).getBytes(StandardCharsets.UTF_8));
            byte[] secret = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
