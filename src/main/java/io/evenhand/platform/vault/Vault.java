package io.evenhand.platform.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

/**
 * Seals texts for storage and opens them (AES-256-GCM, a nonce of 96 random bits, RFC 5116). A
 * sealed text is {@code $1$}, the id of its key, {@code $} and Base64 of nonce, ciphertext and tag.
 * What does not look so was stored before there was a vault, and is its own text.
 */
public final class Vault {

    private static final Pattern HEADER = Pattern.compile("\\$1\\$([0-9a-f]{16})\\$");
    private static final int NONCE_BYTES = 12;

    private final VaultKeys keys;
    private final SecureRandom random = new SecureRandom();

    Vault(VaultKeys keys) {
        this.keys = keys;
    }

    public String seal(Place place, String text) {
        String header = header(keys.current());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = keys.current().cipher(Cipher.ENCRYPT_MODE, place, nonce, ascii(header));
            byte[] packed = Packing.pack(text);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(packed.length));
            cipher.doFinal(packed, 0, packed.length, all, NONCE_BYTES);
            return header + Base64.getEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * @throws SealBrokenException if it was changed, sealed for another place or with a key that is
     *     not there
     */
    public String open(Place place, String stored) {
        Matcher header = HEADER.matcher(stored);
        if (!header.lookingAt()) {
            return stored;
        }
        VaultKey key =
                keys.of(header.group(1))
                        .orElseThrow(
                                () ->
                                        new SealBrokenException(
                                                place,
                                                "is sealed with the key "
                                                        + header.group(1)
                                                        + ", which is not there"));
        try {
            return opened(key, place, ascii(header.group()), stored.substring(header.end()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBrokenException(
                    place, "does not open: it was changed, or sealed for another place");
        }
    }

    private static String opened(VaultKey key, Place place, byte[] header, String base64)
            throws GeneralSecurityException {
        byte[] all = Base64.getDecoder().decode(base64);
        if (all.length <= NONCE_BYTES) {
            throw new IllegalArgumentException("it is too short");
        }
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] packed =
                key.cipher(Cipher.DECRYPT_MODE, place, nonce, header)
                        .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        return Packing.unpack(packed);
    }

    /** Whether it is sealed with the key that seals today. */
    boolean isCurrent(String stored) {
        return stored.startsWith(header(keys.current()));
    }

    private static String header(VaultKey key) {
        return "$1$" + key.id() + "$";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
