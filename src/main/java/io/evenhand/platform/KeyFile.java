package io.evenhand.platform;

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

/** A key of 32 bytes in a file that nobody but its owner may read. */
public record KeyFile(Path path) {

    /** As AES-256 wants them. */
    private static final int BYTES = 32;

    private static final String OWNER_ONLY = "rw-------";

    public boolean exists() {
        return Files.exists(path);
    }

    /** What the file holds; it is made if there is none. */
    public byte[] read() {
        try {
            return parse(exists() ? Files.readString(path) : made(), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A key as it is written down.
     *
     * @param from where it stands, for the message if it is none
     */
    public static byte[] parse(String base64, String from) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, without what it was
        }
        throw new IllegalStateException(
                from + " must hold 32 random bytes in Base64 (openssl rand -base64 32)");
    }

    /** Of two processes that make one at once, the second takes the first one's. */
    private String made() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (var channel =
                Files.newByteChannel(
                        path,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        permissions())) {
            channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
            return text;
        } catch (FileAlreadyExistsException e) {
            return Files.readString(path);
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
