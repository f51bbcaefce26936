package io.evenhand.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, written as {@code sha256:} and 64 lower-case hexadecimal digits. */
public record Sha256(String value) {

    private static final String PREFIX = "sha256:";

    public Sha256 {
        if (!value.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a digest is \"sha256:\" and 64 lower-case hexadecimal digits");
        }
    }

    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Sha256 of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Sha256(PREFIX + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
