package io.evenhand.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One secret, and a key for every purpose. */
class ServiceKeyTests {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String OTHER_KEY = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir Path data;

    @Test
    void aPurposeHasAlwaysTheSameKeyAndNoOtherPurposeHasIt() {
        byte[] sealing = derived(KEY, "sealing");

        assertThat(derived(KEY, "sealing")).isEqualTo(sealing).hasSize(32);
        assertThat(derived(KEY, "hashing")).isNotEqualTo(sealing);
        assertThat(derived(OTHER_KEY, "sealing")).isNotEqualTo(sealing);
        assertThat(sealing).isNotEqualTo(Base64.getDecoder().decode(KEY));
        assertThat(data).isEmptyDirectory();
    }

    /** What was made with it yesterday has to be found again by tomorrow's version. */
    @Test
    void theKeysAreThoseOfRfc5869() {
        assertThat(Base64.getEncoder().encodeToString(derived(KEY, "sealing")))
                .isEqualTo("sYZo9nURkfGifZ9ybGDgHsv/C+VQUF89I/fZ2J6nao4=");
    }

    @Test
    void withoutASettingAFileIsMadeThatOnlyItsOwnerReads() throws IOException {
        byte[] made = derived("", "sealing");

        Path file = data.resolve("evenhand.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(derived("", "sealing")).isEqualTo(made);
        assertThat(derived(Files.readString(file), "sealing")).isEqualTo(made);
    }

    @Test
    void whatIsNoKeyIsRefusedAtOnceAndNotRepeated() {
        assertThatThrownBy(() -> new ServiceKey(settings("c2hvcnQ="), data))
                .hasMessageContaining("evenhand.key must hold 32 random bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void aFileThatCannotBeMadeIsSaid() throws IOException {
        Path taken = Files.writeString(data.resolve("file"), "");

        assertThatThrownBy(() -> new ServiceKey(settings(""), taken).derived("sealing", "AES"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private byte[] derived(String key, String purpose) {
        return new ServiceKey(settings(key), data).derived(purpose, "AES").getEncoded();
    }

    private static KeySettings settings(String key) {
        return new KeySettings(key, List.of());
    }
}
