package io.evenhand.access.user;

import io.evenhand.access.Role;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Trail;
import io.evenhand.access.session.Sessions;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The accounts of people whom an identity provider vouches for. They are made at the first sign-in;
 * the role is the provider's word at each. They are known by their identity alone, so that nobody
 * comes by another's account by a name.
 */
@Component
public class ProviderAccounts {

    private static final String NOBODY = "anonymous";
    private static final int LONGEST_NAME = 56;
    private static final int MARK = 7;

    private final Users users;
    private final Sessions sessions;
    private final Trail trail;
    private final Storage storage;
    private final Clock clock;

    ProviderAccounts(Users users, Sessions sessions, Trail trail, Storage storage, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.trail = trail;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * Lets them in, if they have a role and are not closed.
     *
     * @param names what they may be called, best first; one that is taken gets a mark
     */
    public Mono<Entry> enter(
            TenantId tenant, Identity identity, List<String> names, Optional<Role> role) {
        return storage.inTransaction(() -> entry(tenant, identity, names, role))
                .doOnNext(entry -> sessions.forget());
    }

    private Entry entry(
            TenantId tenant, Identity identity, List<String> names, Optional<Role> role) {
        Optional<User> known = users.lock(tenant, identity);
        if (known.isPresent() && known.get().closed()) {
            return refused(tenant, known, Entry.Refused.CLOSED);
        }
        if (role.isEmpty()) {
            // whoever lost their role is to lose it in all browsers
            known.map(User::signedOutEverywhere).ifPresent(users::update);
            return refused(tenant, known, Entry.Refused.NO_ROLE);
        }
        User user =
                known.map(it -> changed(it, role.get()))
                        .orElseGet(() -> added(tenant, identity, names, role.get()))
                        .signedIn(now());
        users.update(user);
        note(user, Action.SIGN_IN);
        return new Entry.In(user);
    }

    private User changed(User user, Role role) {
        if (user.role() == role) {
            return user;
        }
        note(user, Action.USER_CHANGED);
        return user.withRole(role);
    }

    private User added(TenantId tenant, Identity identity, List<String> names, Role role) {
        Login plain =
                names.stream().flatMap(ProviderAccounts::login).findFirst().orElse(nameless());
        Login marked =
                new Login(
                        plain.value().substring(0, Math.min(LONGEST_NAME, plain.value().length()))
                                + mark(identity));
        return Stream.of(plain, marked)
                .map(login -> User.of(tenant, login, identity, role, now()))
                .filter(users::add)
                .peek(user -> note(user, Action.USER_ADDED))
                .findFirst()
                .or(() -> users.lock(tenant, identity))
                .orElseThrow();
    }

    private static Stream<Login> login(String name) {
        return Login.of(name).stream();
    }

    private static Login nameless() {
        return new Login("somebody");
    }

    private static String mark(Identity identity) {
        String digest = Sha256.of(identity.issuer() + "\n" + identity.subject()).value();
        return "-" + digest.substring(digest.length() - MARK);
    }

    private Entry refused(TenantId tenant, Optional<User> user, Entry.Refused refusal) {
        trail.add(tenant, NOBODY, Action.SIGN_IN, user.map(it -> it.id().value()), Outcome.REFUSED);
        return refusal;
    }

    private void note(User user, Action action) {
        trail.done(user.caller(), action, user.id().value());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What came of it. */
    public sealed interface Entry {

        /** They are let in. */
        record In(User user) implements Entry {}

        /** They are known or not, and not let in. */
        enum Refused implements Entry {
            NO_ROLE,
            CLOSED
        }
    }
}
