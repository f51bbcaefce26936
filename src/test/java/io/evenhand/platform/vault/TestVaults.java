package io.evenhand.platform.vault;

import io.evenhand.platform.KeySettings;
import io.evenhand.platform.ServiceKey;
import java.nio.file.Path;
import java.util.List;

/** Vaults for tests of stores, with keys that are no secret. */
public final class TestVaults {

    public static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    public static final String OTHER_KEY = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private TestVaults() {}

    public static Vault vault() {
        return vault(KEY);
    }

    /**
     * @param previous keys that still open what they sealed
     */
    public static Vault vault(String key, String... previous) {
        return new Vault(keys(key, previous));
    }

    static VaultKeys keys(String key, String... previous) {
        Path nowhere = Path.of("/nowhere");
        return new VaultKeys(new ServiceKey(new KeySettings(key, List.of(previous)), nowhere));
    }
}
