package io.evenhand.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret of the service, which is never used itself: every purpose has a key that is derived
 * from it (HKDF, RFC 5869), so that one says nothing of another. It comes from the settings, or
 * from a file that is made when a key is first asked for. Instances that share a database need the
 * same one.
 */
@Component
public class ServiceKey {

    private static final int BYTES = 32;

    private final KeyFile file;
    private final List<byte[]> previous;
    private final boolean isSet;
    private byte @Nullable [] secret;

    public ServiceKey(KeySettings settings, @Value("${evenhand.data}") Path data) {
        this.file = new KeyFile(data.resolve("evenhand.key"));
        this.previous =
                settings.previousKeys().stream()
                        .map(key -> KeyFile.parse(key, "evenhand.previous-keys"))
                        .toList();
        this.isSet = !settings.key().isBlank();
        if (isSet) {
            secret = KeyFile.parse(settings.key(), "evenhand.key");
        }
    }

    /**
     * The same key for the same purpose, always.
     *
     * @param purpose what it is for, in words that never change
     * @param algorithm of the key, as in {@code HmacSHA256}
     * @throws java.io.UncheckedIOException if there is no setting and the file can be neither read
     *     nor made
     */
    public SecretKey derived(String purpose, String algorithm) {
        return derived(secret(), purpose, algorithm);
    }

    /** Where the secret is, unless the settings have it. */
    public Optional<Path> file() {
        return isSet ? Optional.empty() : Optional.of(file.path());
    }

    /** What {@link #derived} gave when secrets of before were the service's; the latest first. */
    public List<SecretKey> derivedFromPrevious(String purpose, String algorithm) {
        return previous.stream().map(before -> derived(before, purpose, algorithm)).toList();
    }

    private static SecretKey derived(byte[] secret, String purpose, String algorithm) {
        try {
            byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF-SHA256", e);
        }
    }

    private synchronized byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            known = file.read();
            secret = known;
        }
        return known;
    }
}
