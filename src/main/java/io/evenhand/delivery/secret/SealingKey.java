package io.evenhand.delivery.secret;

import io.evenhand.delivery.DeliverySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that seals secrets: from the settings, or from a file that nobody else may read and that
 * is made when the first secret is.
 */
@Component
class SealingKey {

    /** AES-256. */
    private static final int BYTES = 32;

    private static final String OWNER_ONLY = "rw-------";

    private final Path data;
    private final Path file;
    private final String configured;
    private @Nullable SecretKey key;

    SealingKey(DeliverySettings settings, @Value("${evenhand.data}") Path data) {
        this.data = data;
        this.file = data.resolve("delivery.key");
        this.configured = settings.key().strip();
        if (!configured.isEmpty()) {
            key = key(configured, "evenhand.delivery.key");
        }
    }

    synchronized SecretKey get() {
        SecretKey known = key;
        if (known == null) {
            known = key(fromFile(), file.toString());
            key = known;
        }
        return known;
    }

    private static SecretKey key(String base64, String from) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // said below, without what it was
        }
        throw new IllegalStateException(
                from + " must hold 32 random bytes in Base64 (openssl rand -base64 32)");
    }

    private String fromFile() {
        try {
            return Files.exists(file) ? Files.readString(file) : made();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of two processes that make one at once, the second takes the first one's. */
    private String made() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        Files.createDirectories(data);
        try (var channel =
                Files.newByteChannel(
                        file,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        permissions())) {
            channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
            return text;
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file);
        }
    }

    private static FileAttribute<?>[] permissions() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }
}
