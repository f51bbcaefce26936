package io.evenhand.delivery.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.delivery.DeliverySettings;
import io.evenhand.delivery.EndpointId;
import io.evenhand.platform.KeySettings;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are stored so that the database alone is of no use. */
class SecretSealTests {

    private static final TenantId TENANT = new TenantId("acme");
    private static final EndpointId ENDPOINT = EndpointId.next();
    private static final String KEY = TestVaults.KEY;
    private static final String OTHER_KEY = TestVaults.OTHER_KEY;

    @TempDir Path data;

    @Test
    void opensWhatItSealed() {
        SecretSeal seal = seal(KEY);
        String secret = NewSecret.make().value();

        String sealed = seal.seal(secret, TENANT, ENDPOINT);

        assertThat(sealed).doesNotContain(secret.substring(6)).hasSizeLessThan(500);
        assertThat(seal.seal(secret, TENANT, ENDPOINT)).isNotEqualTo(sealed);
        assertThat(seal.open(sealed, TENANT, ENDPOINT)).contains(secret);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void opensNothingWithAnotherKeyOrForAnotherEndpoint() {
        String sealed = seal(KEY).seal("whsec_x", TENANT, ENDPOINT);

        assertThat(seal(OTHER_KEY).open(sealed, TENANT, ENDPOINT)).isEmpty();
        assertThat(seal(KEY).open(sealed, new TenantId("rival"), ENDPOINT)).isEmpty();
        assertThat(seal(KEY).open(sealed, TENANT, EndpointId.next())).isEmpty();
    }

    @Test
    void opensWhatAKeyOfItsOwnSealedBefore() throws Exception {
        String sealed = formerly(new SecretKeySpec(Base64.getDecoder().decode(OTHER_KEY), "AES"));

        assertThat(seal(KEY).open(sealed, TENANT, ENDPOINT)).isEmpty();
        assertThat(seal(KEY, OTHER_KEY).open(sealed, TENANT, ENDPOINT)).contains("whsec_x");
        assertThat(seal(KEY, OTHER_KEY).open(sealed, TENANT, EndpointId.next())).isEmpty();

        Files.writeString(data.resolve("delivery.key"), OTHER_KEY + "\n");
        assertThat(seal(KEY).open(sealed, TENANT, ENDPOINT)).contains("whsec_x");
    }

    @Test
    void opensWhatADerivedKeySealedBeforeAlsoOfAServiceKeyThatIsNoLongerInUse() throws Exception {
        SecretKey derived =
                new ServiceKey(new KeySettings(KEY, List.of()), data)
                        .derived("evenhand/delivery/secrets/1", "AES");
        String sealed = formerly(derived);

        assertThat(seal(KEY).open(sealed, TENANT, ENDPOINT)).contains("whsec_x");
        assertThat(seal(OTHER_KEY).open(sealed, TENANT, ENDPOINT)).isEmpty();
        assertThat(
                        seal(new KeySettings(OTHER_KEY, List.of(KEY)), "")
                                .open(sealed, TENANT, ENDPOINT))
                .contains("whsec_x");
    }

    @Test
    void saysWhatAKeyLooksLikeWithoutRepeatingIt() {
        assertThatThrownBy(() -> seal(KEY, "c2hvcnQ="))
                .hasMessageContaining("evenhand.delivery.key must hold 32 random bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    private SecretSeal seal(String key) {
        return seal(key, "");
    }

    private SecretSeal seal(String key, String own) {
        return seal(new KeySettings(key, List.of()), own);
    }

    private SecretSeal seal(KeySettings keys, String own) {
        Duration any = Duration.ofSeconds(1);
        return new SecretSeal(
                TestVaults.vault(keys.key(), keys.previousKeys().toArray(String[]::new)),
                new FormerSeal(
                        new FormerKeys(
                                new ServiceKey(keys, data),
                                new DeliverySettings(Set.of(), own, any, any, any, 1, 1, any),
                                data)));
    }

    /** As it was done before there was a vault. */
    private static String formerly(SecretKey key) throws GeneralSecurityException, IOException {
        byte[] nonce = new byte[12];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD((TENANT + "/" + ENDPOINT).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(nonce);
        all.write(cipher.doFinal("whsec_x".getBytes(StandardCharsets.UTF_8)));
        return "v1:" + Base64.getEncoder().encodeToString(all.toByteArray());
    }
}
