package io.evenhand.access.key;

import io.evenhand.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A key in clear, which its owner sees this once. Its prefix lets scanners find keys that leaked;
 * its check digits let the service turn down what can be none without asking the database.
 */
public record KeySecret(String value) {

    private static final String PREFIX = "evh_";
    private static final int BYTES = 32;
    private static final int CHECK = 6;
    private static final int LENGTH = PREFIX.length() + 43 + CHECK;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static KeySecret make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String body = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new KeySecret(body + check(body));
    }

    /** Whether it could have been made here. */
    public static boolean isWellFormed(String key) {
        if (key.length() != LENGTH || !key.startsWith(PREFIX)) {
            return false;
        }
        int body = LENGTH - CHECK;
        return MessageDigest.isEqual(
                bytes(key.substring(body)), bytes(check(key.substring(0, body))));
    }

    public Sha256 hash() {
        return Sha256.of(value);
    }

    private static String check(String body) {
        String digest = Sha256.of(body).value();
        return digest.substring(digest.length() - CHECK);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
