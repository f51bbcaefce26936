package io.evenhand.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.access.Scope;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.support.NoTransactions;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store may find too much, by a collation or an index of prefixes; the ring looks again. */
class KeyRingTests {

    private static final int PREFIX = "sha256:".length();

    private final KeySecret secret = KeySecret.make();
    private final Storage storage = new Storage(new NoTransactions());

    @AfterEach
    void close() {
        storage.destroy();
    }

    @Test
    void findsTheKeyOfASecret() {
        assertThat(ring(secret.hash()).find(secret.value()).blockOptional()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 32, 63})
    void believesNoStoreThatFoundAKeyOfAnotherHash(int place) {
        StringBuilder other = new StringBuilder(secret.hash().value());
        other.setCharAt(PREFIX + place, other.charAt(PREFIX + place) == '0' ? '1' : '0');

        KeyRing ring = ring(new Sha256(other.toString()));

        assertThat(ring.find(secret.value()).blockOptional()).isEmpty();
    }

    private KeyRing ring(Sha256 known) {
        MadeKey key =
                new MadeKey(
                        new TenantId("acme"),
                        KeyId.next(),
                        "exams",
                        Set.of(Scope.GRADE),
                        "anna",
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        MadeKeys keys =
                (MadeKeys)
                        Proxy.newProxyInstance(
                                MadeKeys.class.getClassLoader(),
                                new Class<?>[] {MadeKeys.class},
                                (proxy, method, arguments) ->
                                        method.getName().equals("holder")
                                                ? Optional.of(
                                                        new MadeKeys.Held(
                                                                key, known, Optional.empty()))
                                                : null);
        return new KeyRing(keys, storage, Clock.systemUTC());
    }
}
