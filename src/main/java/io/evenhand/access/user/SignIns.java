package io.evenhand.access.user;

import io.evenhand.access.Tenants;
import io.evenhand.access.WaysIn;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Trail;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets people in by name and password. Whether the name is known, the password wrong or the account
 * shut looks the same from outside, and takes as long.
 */
@Component
public class SignIns {

    private static final String NOBODY = "anonymous";

    private final Users users;
    private final Passwords passwords;
    private final Tenants tenants;
    private final WaysIn waysIn;
    private final Trail trail;
    private final Storage storage;
    private final Clock clock;

    SignIns(
            Users users,
            Passwords passwords,
            Tenants tenants,
            WaysIn waysIn,
            Trail trail,
            Storage storage,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.tenants = tenants;
        this.waysIn = waysIn;
        this.trail = trail;
        this.storage = storage;
        this.clock = clock;
    }

    /** The user, if that is who they are. */
    public Mono<User> signIn(String organisation, String login, String password) {
        if (!waysIn.passwords()) {
            return Mono.empty();
        }
        Optional<TenantId> tenant = tenants.find(organisation.strip());
        return claim(tenant, Login.of(login))
                .flatMap(
                        claim ->
                                passwords
                                        .matches(password, claim.user().flatMap(User::password))
                                        .flatMap(
                                                right ->
                                                        right && claim.open()
                                                                ? in(claim.user().orElseThrow())
                                                                : out(tenant, claim.user())));
    }

    /**
     * The try counts as a wrong one until it was right: of many at once, only as many get through
     * as one after the other would.
     */
    private Mono<Claim> claim(Optional<TenantId> tenant, Optional<Login> login) {
        return storage.inTransaction(
                () -> {
                    Instant now = now();
                    Optional<User> user =
                            tenant.flatMap(known -> login.flatMap(name -> users.lock(known, name)));
                    boolean open = user.filter(it -> !it.closed() && !it.isShut(now)).isPresent();
                    if (open) {
                        users.update(user.orElseThrow().tried(now));
                    }
                    return new Claim(user, open);
                });
    }

    private Mono<User> in(User known) {
        return storage.inTransaction(
                () ->
                        users.lock(known.tenant(), known.id())
                                .filter(user -> user.password().equals(known.password()))
                                .filter(user -> !user.closed())
                                .map(user -> user.signedIn(now()))
                                .map(
                                        user -> {
                                            users.update(user);
                                            trail.add(
                                                    user.tenant(),
                                                    user.login().value(),
                                                    Action.SIGN_IN,
                                                    Optional.of(user.id().value()),
                                                    Outcome.DONE);
                                            return user;
                                        })
                                .orElse(null));
    }

    /** What was typed is not written down: it may have been the password. */
    private Mono<User> out(Optional<TenantId> tenant, Optional<User> user) {
        return storage.inTransaction(
                () -> {
                    tenant.ifPresent(
                            known ->
                                    trail.add(
                                            known,
                                            NOBODY,
                                            Action.SIGN_IN,
                                            user.map(it -> it.id().value()),
                                            Outcome.REFUSED));
                    return null;
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A try that was counted.
     *
     * @param open whether the account takes a password now
     */
    private record Claim(Optional<User> user, boolean open) {}
}
