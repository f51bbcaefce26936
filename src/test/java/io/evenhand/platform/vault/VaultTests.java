package io.evenhand.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.platform.TenantId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens in its place with its key, and nowhere else. */
class VaultTests {

    private static final TenantId ACME = new TenantId("acme");
    private static final Place PLACE = new Place("grading.answer", ACME, "1");
    private static final String SECRET = "\"The handsome cab.\"";
    private static final String FIRST =
            "$1$e368631c16f12d1d$ErMlVqJDa3CiSyhr9NSO+ZI/AmtBpLGQBJGUpnUqgfDOoXu0ABExy9mV1nUw41Mm";

    private final Vault vault = TestVaults.vault();

    @ParameterizedTest
    @ValueSource(strings = {"", "x", SECRET, "naïve 🙂 \u0000", "$1$", "{\"a\": 1}"})
    void opensWhatItSealed(String text) {
        String sealed = vault.seal(PLACE, text);

        assertThat(sealed).startsWith("$1$").isNotEqualTo(text);
        assertThat(vault.open(PLACE, sealed)).isEqualTo(text);
    }

    @Test
    void makesLongTextsSmaller() {
        String text = "A cache keeps what was read before. ".repeat(500);

        String sealed = vault.seal(PLACE, text);

        assertThat(sealed).hasSizeLessThan(1000);
        assertThat(vault.open(PLACE, sealed)).isEqualTo(text);
    }

    @Test
    void neverSealsTwiceAlike() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            all.add(vault.seal(PLACE, SECRET));
        }

        assertThat(all).hasSize(100);
    }

    @Test
    void opensNothingInAnotherPlace() {
        String sealed = vault.seal(PLACE, SECRET);

        for (Place other :
                new Place[] {
                    new Place("grading.result", ACME, "1"),
                    new Place("grading.answer", new TenantId("rival"), "1"),
                    new Place("grading.answer", ACME, "2")
                }) {
            assertThatThrownBy(() -> vault.open(other, sealed))
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageContaining(other.column())
                    .hasMessageNotContaining("cab");
        }
    }

    @Test
    void opensNothingThatWasChanged() {
        String sealed = vault.seal(PLACE, SECRET);

        for (int at = sealed.indexOf('$', 3) + 1; at < sealed.length(); at++) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThatThrownBy(() -> vault.open(PLACE, changed))
                    .as("at %d", at)
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageNotContaining("cab");
        }
        for (String cut :
                new String[] {
                    sealed.substring(0, 20), sealed.substring(0, 40), sealed + "A", sealed + "!"
                }) {
            assertThatThrownBy(() -> vault.open(PLACE, cut))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void readsWhatWasStoredInClear() {
        assertThat(vault.open(PLACE, SECRET)).isEqualTo(SECRET);
        assertThat(vault.isCurrent(SECRET)).isFalse();
    }

    @Test
    void aPreviousKeyOpensAndDoesNotSeal() {
        String sealed = vault.seal(PLACE, SECRET);
        Vault later = TestVaults.vault(TestVaults.OTHER_KEY, TestVaults.KEY);

        assertThat(later.open(PLACE, sealed)).isEqualTo(SECRET);
        assertThat(later.isCurrent(sealed)).isFalse();
        assertThat(later.isCurrent(later.seal(PLACE, SECRET))).isTrue();
        assertThatThrownBy(() -> vault.open(PLACE, later.seal(PLACE, SECRET)))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("which is not there");
    }

    /** What was sealed yesterday has to open with tomorrow's version. */
    @Test
    void opensWhatTheFirstVersionSealed() {
        assertThat(vault.open(PLACE, FIRST)).isEqualTo(SECRET);
    }
}
