package io.evenhand.delivery.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.delivery.DeliverySettings;
import io.evenhand.delivery.EndpointId;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are stored so that the database alone is of no use. */
class SecretSealTests {

    private static final TenantId TENANT = new TenantId("acme");
    private static final EndpointId ENDPOINT = EndpointId.next();
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String OTHER_KEY = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

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
    void withoutAKeyOfItsOwnItIsDerivedFromTheServices() {
        String sealed = seal("").seal("whsec_x", TENANT, ENDPOINT);

        assertThat(data.resolve("evenhand.key")).exists();
        assertThat(data.resolve("delivery.key")).doesNotExist();
        assertThat(seal("").open(sealed, TENANT, ENDPOINT)).contains("whsec_x");
    }

    @Test
    void aKeyFileOfItsOwnThatIsThereStaysInUse() throws IOException {
        String sealed = seal(KEY).seal("whsec_x", TENANT, ENDPOINT);
        Files.writeString(data.resolve("delivery.key"), KEY + "\n");

        assertThat(seal("").open(sealed, TENANT, ENDPOINT)).contains("whsec_x");
        assertThat(data.resolve("evenhand.key")).doesNotExist();
    }

    @Test
    void saysWhatAKeyLooksLikeWithoutRepeatingIt() {
        assertThatThrownBy(() -> seal("c2hvcnQ="))
                .hasMessageContaining("evenhand.delivery.key must hold 32 random bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    private SecretSeal seal(String key) {
        Duration any = Duration.ofSeconds(1);
        return new SecretSeal(
                new SealingKey(
                        new ServiceKey("", data),
                        new DeliverySettings(Set.of(), key, any, any, any, 1, 1, any),
                        data));
    }
}
