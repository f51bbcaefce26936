package io.evenhand.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.access.Role;
import io.evenhand.access.Scope;
import io.evenhand.access.audit.AccessEvent;
import io.evenhand.access.key.KeyId;
import io.evenhand.access.key.KeySecret;
import io.evenhand.access.key.MadeKey;
import io.evenhand.access.key.MadeKeys;
import io.evenhand.access.user.Identity;
import io.evenhand.access.user.Login;
import io.evenhand.access.user.User;
import io.evenhand.access.user.UserId;
import io.evenhand.platform.TenantId;
import io.evenhand.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store of keys, users and the audit does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessContract {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId RIVAL = new TenantId("rival");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private TestDatabase database;
    private JdbcMadeKeys keys;
    private JdbcUsers users;
    private JdbcAccessEvents events;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        database = database();
        keys = new JdbcMadeKeys(database.jdbc());
        users = new JdbcUsers(database.jdbc());
        events = new JdbcAccessEvents(database.jdbc());
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void aKeyIsFoundByItsSecretAsItWasMade() {
        MadeKey key = key(Optional.of(NOW.plus(HOUR)));
        KeySecret secret = KeySecret.make();
        keys.add(key, secret.hash());

        MadeKeys.Held held = keys.holder(secret.hash()).orElseThrow();

        assertThat(held.key()).isEqualTo(key);
        assertThat(held.endsAt()).isEmpty();
        assertThat(keys.holder(KeySecret.make().hash())).isEmpty();
        assertThat(keys.find(ACME, key.id())).contains(key);
        assertThat(keys.find(RIVAL, key.id())).isEmpty();
        assertThat(keys.lock(RIVAL, key.id())).isEmpty();
        assertThat(keys.of(RIVAL)).isEmpty();
        assertThat(keys.areThereAny(NOW)).isTrue();
        assertThat(keys.areThereAny(NOW.plus(HOUR))).isFalse();
    }

    @Test
    void aRotationEndsWhatIsThereAndProlongsNothing() {
        MadeKey key = key(Optional.empty());
        KeySecret first = KeySecret.make();
        KeySecret second = KeySecret.make();
        KeySecret third = KeySecret.make();
        keys.add(key, first.hash());

        keys.rotate(key, second.hash(), NOW.plus(HOUR));
        keys.rotate(key, third.hash(), NOW.plus(HOUR.multipliedBy(5)));

        assertThat(keys.holder(first.hash()).orElseThrow().endsAt()).contains(NOW.plus(HOUR));
        assertThat(keys.holder(second.hash()).orElseThrow().endsAt())
                .contains(NOW.plus(HOUR.multipliedBy(5)));
        assertThat(keys.holder(third.hash()).orElseThrow().endsAt()).isEmpty();
        keys.revoke(key, NOW);
        assertThat(keys.holder(third.hash())).isEmpty();
        assertThat(keys.find(ACME, key.id()).orElseThrow().revokedAt()).contains(NOW);
        assertThat(keys.areThereAny(NOW)).isFalse();
    }

    @Test
    void aUseIsNotedUnlessOneWasSince() {
        MadeKey key = key(Optional.empty());
        keys.add(key, KeySecret.make().hash());

        keys.used(ACME, key.id(), NOW, NOW.minusSeconds(60));
        keys.used(ACME, key.id(), NOW.plusSeconds(59), NOW.minusSeconds(1));
        keys.used(RIVAL, key.id(), NOW.plusSeconds(99), NOW.plusSeconds(39));

        assertThat(keys.find(ACME, key.id()).orElseThrow().lastUsedAt()).contains(NOW);
        keys.used(ACME, key.id(), NOW.plusSeconds(60), NOW);
        assertThat(keys.find(ACME, key.id()).orElseThrow().lastUsedAt())
                .contains(NOW.plusSeconds(60));
    }

    @Test
    void aNameIsOneUsersOfATenant() {
        User anna = user(ACME, "anna", Role.ADMIN, 1, false);

        assertThat(users.add(anna)).isTrue();
        assertThat(users.add(user(ACME, "anna", Role.VIEWER, 1, false))).isFalse();
        assertThat(users.add(user(RIVAL, "anna", Role.VIEWER, 1, false))).isTrue();

        assertThat(users.lock(ACME, new Login("anna"))).contains(anna);
        assertThat(users.lock(ACME, anna.id())).contains(anna);
        assertThat(users.lock(RIVAL, anna.id())).isEmpty();
        assertThat(users.lockAdmins(ACME)).containsExactly(anna);
        assertThat(users.lockAdmins(RIVAL)).isEmpty();
        assertThat(users.isThereAnAdmin()).isTrue();
    }

    @Test
    void anIdentityIsOneUsersOfATenant() {
        Identity identity = new Identity("https://id.example/realms/acme", "248289761001");
        User anna = known("anna", identity);

        assertThat(users.add(anna)).isTrue();
        assertThat(users.add(known("anna-again", identity))).isFalse();
        assertThat(users.add(known("bert", new Identity(identity.issuer(), "other")))).isTrue();
        assertThat(users.add(user(ACME, "cleo", Role.ADMIN, 1, false))).isTrue();
        assertThat(users.add(user(ACME, "dora", Role.ADMIN, 1, false)))
                .as("without an identity, like the one before")
                .isTrue();

        assertThat(users.lock(ACME, identity)).contains(anna);
        assertThat(users.lock(RIVAL, identity)).isEmpty();
        assertThat(users.lock(ACME, new Identity("https://elsewhere", identity.subject())))
                .isEmpty();
    }

    private static User known(String name, Identity identity) {
        return new User(
                ACME,
                UserId.next(),
                new Login(name),
                Optional.of(identity),
                Role.VIEWER,
                Optional.empty(),
                false,
                false,
                1,
                0,
                Optional.empty(),
                NOW,
                Optional.empty());
    }

    @Test
    void whatIsUpdatedIsReadAgain() {
        User anna = user(ACME, "anna", Role.ADMIN, 1, false);
        users.add(anna);
        User changed =
                new User(
                        ACME,
                        anna.id(),
                        anna.login(),
                        Optional.empty(),
                        Role.LEAD,
                        Optional.of("other"),
                        true,
                        true,
                        2,
                        7,
                        Optional.of(NOW.plus(HOUR)),
                        anna.madeAt(),
                        Optional.of(NOW));

        users.update(changed);

        assertThat(users.of(ACME)).containsExactly(changed);
        assertThat(users.isThereAnAdmin()).isFalse();
    }

    @Test
    void anEndedSignInIsNobodysUntilItWouldHaveRunOut() {
        User anna = user(ACME, "anna", Role.VIEWER, 1, false);
        users.add(anna);
        users.endSession(RIVAL, "one", NOW.plus(HOUR), NOW);
        assertThat(users.signedIn(ACME, anna.id(), "one")).contains(anna);
        assertThat(users.signedIn(RIVAL, anna.id(), "one")).isEmpty();

        users.endSession(ACME, "one", NOW.plus(HOUR), NOW);
        users.endSession(ACME, "one", NOW.plus(HOUR), NOW);

        assertThat(users.signedIn(ACME, anna.id(), "one")).isEmpty();
        assertThat(users.signedIn(ACME, anna.id(), "two")).contains(anna);
        users.endSession(
                ACME, "two", NOW.plus(HOUR.multipliedBy(3)), NOW.plus(HOUR.multipliedBy(2)));
        assertThat(
                        database.jdbc()
                                .sql("select id from access_session_end where tenant = 'acme'")
                                .query(String.class)
                                .list())
                .containsExactly("two");
    }

    @Test
    void theAuditIsReadInItsOrderFromACursorOn() {
        AccessEvent first = event("01KB0000000000000000000001", NOW);
        AccessEvent second = event("01KB0000000000000000000002", NOW.plusSeconds(1));
        AccessEvent third = event("01KB0000000000000000000003", NOW.plusSeconds(2));
        events.add(second);
        events.add(first);
        events.add(third);

        assertThat(events.page(ACME, "", NOW.plusSeconds(1), 10)).containsExactly(first, second);
        assertThat(events.page(ACME, first.id(), NOW.plusSeconds(9), 1)).containsExactly(second);
        assertThat(events.page(RIVAL, "", NOW.plusSeconds(9), 10)).isEmpty();
    }

    private static AccessEvent event(String id, Instant at) {
        return new AccessEvent(
                ACME,
                id,
                at,
                "anna",
                AccessEvent.Action.SIGN_IN,
                Optional.empty(),
                AccessEvent.Outcome.DONE);
    }

    private static MadeKey key(Optional<Instant> expiry) {
        return new MadeKey(
                ACME,
                KeyId.next(),
                "exams",
                Set.of(Scope.GRADE, Scope.MANAGE),
                "anna",
                NOW,
                expiry,
                Optional.empty(),
                Optional.empty());
    }

    private static User user(TenantId tenant, String name, Role role, int version, boolean closed) {
        return new User(
                tenant,
                UserId.next(),
                new Login(name),
                Optional.empty(),
                role,
                Optional.of("hash"),
                false,
                closed,
                version,
                0,
                Optional.empty(),
                NOW,
                Optional.empty());
    }
}
