package io.evenhand.access.user;

import io.evenhand.access.Caller;
import io.evenhand.access.LocalAccess;
import io.evenhand.access.Role;
import io.evenhand.access.WaysIn;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.Trail;
import io.evenhand.access.session.Sessions;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds, changes and shuts out users; each time with its entry in the audit. */
@Component
public class UserDesk {

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LocalAccess local;
    private final WaysIn waysIn;
    private final Trail trail;
    private final Storage storage;
    private final Clock clock;

    UserDesk(
            Users users,
            Passwords passwords,
            Sessions sessions,
            LocalAccess local,
            WaysIn waysIn,
            Trail trail,
            Storage storage,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.local = local;
        this.waysIn = waysIn;
        this.trail = trail;
        this.storage = storage;
        this.clock = clock;
    }

    public Mono<List<User>> all(Caller caller) {
        return storage.inTransaction(() -> users.of(caller.tenant()));
    }

    /** Somebody new, with a password that they have to change. */
    public Mono<Given> add(Caller maker, String name, Role role) {
        if (!waysIn.passwords()) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "People sign in by your identity provider here: add them there.");
        }
        Login login = login(name);
        requireOwn(maker, role);
        String password = Passwords.random();
        return local.isOpen()
                .filter(open -> !open || role == Role.ADMIN)
                .switchIfEmpty(Mono.error(UserDesk::adminFirst))
                .then(passwords.hash(password))
                .flatMap(hash -> stored(maker, of(maker.tenant(), login, role, hash, true)))
                .map(user -> new Given(user, password));
    }

    /** The first admin, who chose the password. */
    public Mono<User> addFirst(TenantId tenant, String name, String password) {
        Login login = login(name);
        requireGood(password, login);
        return passwords
                .hash(password)
                .flatMap(
                        hash ->
                                storage.inTransaction(
                                        () -> {
                                            requireNoAdmin();
                                            User user = of(tenant, login, Role.ADMIN, hash, false);
                                            return added(user.caller(), user, Action.SETUP);
                                        }))
                .doOnNext(user -> local.end());
    }

    public Mono<User> changeRole(Caller caller, String id, Role role) {
        requireOwn(caller, role);
        return change(caller, id, user -> local(user).withRole(role), Action.USER_CHANGED);
    }

    public Mono<User> close(Caller caller, String id, boolean closed) {
        return change(caller, id, user -> user.closed(closed), Action.USER_CHANGED);
    }

    public Mono<User> endSessions(Caller caller, String id) {
        return change(caller, id, User::signedOutEverywhere, Action.SIGN_OUT_EVERYWHERE);
    }

    /** Gives somebody a password that they have to change. */
    public Mono<Given> resetPassword(Caller caller, String id) {
        String password = Passwords.random();
        return passwords
                .hash(password)
                .flatMap(
                        hash ->
                                change(
                                        caller,
                                        id,
                                        user -> local(user).withPassword(hash, true),
                                        Action.PASSWORD_CHANGED))
                .map(user -> new Given(user, password));
    }

    private Mono<User> stored(Caller maker, User user) {
        return storage.inTransaction(() -> added(maker, user, Action.USER_ADDED))
                .doOnNext(
                        added -> {
                            if (added.isAdmin()) {
                                local.end();
                            }
                        });
    }

    private User added(Caller maker, User user, Action action) {
        if (!users.add(user)) {
            throw new Refusal(ProblemCode.CONFLICT, "Somebody has that name already.");
        }
        trail.done(maker, action, user.id().value());
        return user;
    }

    private Mono<User> change(Caller caller, String id, UnaryOperator<User> change, Action action) {
        return storage.inTransaction(
                        () -> {
                            List<User> admins = users.lockAdmins(caller.tenant());
                            User user =
                                    Optional.of(new UserId(id))
                                            .filter(UserId::isWellFormed)
                                            .flatMap(known -> users.lock(caller.tenant(), known))
                                            .orElseThrow(UserDesk::unknown);
                            requireOwn(caller, user.role());
                            User changed = change.apply(user);
                            requireAdmin(admins, changed);
                            users.update(changed);
                            trail.done(caller, action, id);
                            return changed;
                        })
                .doOnNext(user -> sessions.forget());
    }

    /** Somebody has to be left who can let others in. */
    private static void requireAdmin(List<User> admins, User changed) {
        boolean wasLast = admins.size() == 1 && admins.getFirst().id().equals(changed.id());
        if (wasLast && !changed.isAdmin()) {
            throw new Refusal(
                    ProblemCode.CONFLICT, "This is the last admin: make another one first.");
        }
    }

    /** Of others, the identity provider says what they may do and who they are. */
    private static User local(User user) {
        if (user.identity().isPresent()) {
            throw new Refusal(
                    ProblemCode.CONFLICT,
                    "Role and sign-in of this person are your identity provider's: change them"
                            + " there.");
        }
        return user;
    }

    private void requireNoAdmin() {
        if (users.isThereAnAdmin()) {
            throw new Refusal(ProblemCode.CONFLICT, "There is an admin already: sign in.");
        }
    }

    private static void requireOwn(Caller caller, Role role) {
        if (!caller.mayGive(role.rights())) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN, "Nobody can give others more than they may do.");
        }
    }

    private static Login login(String name) {
        return Login.of(name)
                .orElseThrow(() -> new Refusal(ProblemCode.VALIDATION_FAILED, Login.RULE));
    }

    static void requireGood(String password, Login login) {
        Passwords.problem(password, login)
                .ifPresent(
                        problem -> {
                            throw new Refusal(ProblemCode.VALIDATION_FAILED, problem);
                        });
    }

    private User of(TenantId tenant, Login login, Role role, String hash, boolean temporary) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return User.of(tenant, login, role, hash, temporary, now);
    }

    private static Refusal adminFirst() {
        return new Refusal(
                ProblemCode.CONFLICT,
                "The first one must be an admin: from then on everybody has to sign in.");
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.NOT_FOUND, "There is no such user.");
    }

    /**
     * A user with a password that is shown this once.
     *
     * @param password which they have to change
     */
    public record Given(User user, String password) {

        @Override
        public String toString() {
            return user.toString();
        }
    }
}
