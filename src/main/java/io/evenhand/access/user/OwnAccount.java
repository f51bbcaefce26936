package io.evenhand.access.user;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.Trail;
import io.evenhand.access.session.Sessions;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.Storage;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people do with their own account. */
@Component
public class OwnAccount {

    private final Users users;
    private final Passwords passwords;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Trail trail;
    private final Storage storage;

    OwnAccount(
            Users users,
            Passwords passwords,
            SignIns signIns,
            Sessions sessions,
            Trail trail,
            Storage storage) {
        this.users = users;
        this.passwords = passwords;
        this.signIns = signIns;
        this.sessions = sessions;
        this.trail = trail;
        this.storage = storage;
    }

    /**
     * Changes the password, which signs out everywhere else. The old one is tried as at signing in,
     * so that it cannot be guessed here either.
     */
    public Mono<User> changePassword(User user, String old, String fresh) {
        UserDesk.requireGood(fresh, user.login());
        if (old.equals(fresh)) {
            throw new Refusal(ProblemCode.VALIDATION_FAILED, "Choose another than the old one.");
        }
        return signIns.signIn(user.tenant().value(), user.login().value(), old)
                .switchIfEmpty(Mono.error(OwnAccount::wrong))
                .then(passwords.hash(fresh))
                .flatMap(
                        hash ->
                                change(
                                        user,
                                        known -> known.withPassword(hash, false),
                                        Action.PASSWORD_CHANGED));
    }

    public Mono<User> signOutEverywhere(User user) {
        return change(user, User::signedOutEverywhere, Action.SIGN_OUT_EVERYWHERE);
    }

    public Mono<Void> signedOut(User user) {
        return storage.inTransaction(
                        () -> {
                            trail.done(user.caller(), Action.SIGN_OUT, user.id().value());
                            return true;
                        })
                .then();
    }

    private Mono<User> change(User user, UnaryOperator<User> change, Action action) {
        return storage.inTransaction(
                        () -> {
                            User changed =
                                    users.lock(user.tenant(), user.id())
                                            .map(change)
                                            .orElseThrow(OwnAccount::wrong);
                            users.update(changed);
                            trail.done(changed.caller(), action, changed.id().value());
                            return changed;
                        })
                .doOnNext(changed -> sessions.forget());
    }

    private static Refusal wrong() {
        return new Refusal(
                ProblemCode.VALIDATION_FAILED,
                "The old password is not right, or too many were tried: wait a little.");
    }
}
