package io.evenhand.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Hashes (HMAC-SHA256) that say nothing to whoever has not the key, even of short texts. */
public record KeyedHash(SecretKey key) {

    public static final String ALGORITHM = "HmacSHA256";

    private static final int KEY_ID_BYTES = 8;

    public Sha256 of(String text) {
        return new Sha256("sha256:" + HexFormat.of().formatHex(bytes(text)));
    }

    /** Tells this key from others: 16 hexadecimal digits that give nothing of it away. */
    public String keyId() {
        return HexFormat.of().formatHex(bytes("key id"), 0, KEY_ID_BYTES);
    }

    private byte[] bytes(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "KeyedHash";
    }
}
