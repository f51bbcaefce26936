package io.evenhand.platform.vault;

import io.evenhand.platform.KeyedHash;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that texts are sealed with, never directly: each place has a key of its own, derived with
 * HMAC-SHA256 as HKDF expands (RFC 5869). So no key ever meets as many random nonces as NIST SP
 * 800-38D warns of (2^32), however many texts there are.
 *
 * @param id tells it from others and gives nothing of it away
 */
record VaultKey(String id, SecretKey secret) {

    static final String ALGORITHM = KeyedHash.ALGORITHM;

    private static final int TAG_BITS = 128;
    private static final byte FIRST_BLOCK = 1;

    static VaultKey of(SecretKey secret) {
        return new VaultKey(new KeyedHash(secret).keyId(), secret);
    }

    /**
     * @param mode of {@link Cipher}
     */
    Cipher cipher(int mode, Place place, byte[] nonce, byte[] header)
            throws GeneralSecurityException {
        byte[] where = place.bytes();
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(secret);
        mac.update(where);
        mac.update(FIRST_BLOCK);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(mac.doFinal(), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(where);
        return cipher;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "VaultKey " + id;
    }
}
