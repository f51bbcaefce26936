package io.evenhand.delivery.secret;

import io.evenhand.delivery.EndpointId;
import io.evenhand.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals secrets for storage and opens them. They cannot be kept as hashes, since events are signed
 * with them; so that a dump of the database alone signs nothing, their key is not in it. A secret
 * is bound to its endpoint: in another's row it does not open.
 */
@Component
public class SecretSeal {

    /** Names the form, should there ever be another. */
    private static final String FORM = "v1:";

    /** As NIST SP 800-38D recommends. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final SealingKey key;
    private final SecureRandom random = new SecureRandom();

    SecretSeal(SealingKey key) {
        this.key = key;
    }

    public String seal(String secret, TenantId tenant, EndpointId endpoint) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key.get(), nonce, tenant, endpoint)
                            .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return FORM + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    /** Empty if it was sealed with another key, or for another endpoint. */
    public Optional<String> open(String sealed, TenantId tenant, EndpointId endpoint) {
        byte[] all = Base64.getDecoder().decode(sealed.substring(FORM.length()));
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        try {
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, key.get(), nonce, tenant, endpoint)
                            .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be opened", e);
        }
    }

    private static Cipher cipher(
            int mode, SecretKey key, byte[] nonce, TenantId tenant, EndpointId endpoint)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((tenant + "/" + endpoint).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
