package io.evenhand.grading.store;

import io.evenhand.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of a grading's texts. The key, one for each grading, goes with the texts when they
 * are erased, so that nobody can find a short answer again by trying.
 */
final class ContentHash {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private ContentHash() {}

    static String newSalt() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** Of what is left when the texts are gone: without a key, so that it can still be checked. */
    static Sha256 ofErased(String... texts) {
        return Sha256.of(String.join("\0", texts));
    }

    static Sha256 of(String salt, String... texts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
            for (String text : texts) {
                mac.update(text.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return new Sha256("sha256:" + HexFormat.of().formatHex(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
