package io.evenhand.access.user;

import io.evenhand.access.Caller;
import io.evenhand.access.Role;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who signs in.
 *
 * @param identity whom an identity provider knows them as; without one they have a password here
 * @param password as {@link Passwords} keeps it
 * @param temporary somebody else chose the password: it is good for choosing another only
 * @param version of what the browsers of this user were given; older ones are worth nothing
 * @param failures how often in a row the password was wrong
 * @param shutUntil before that no password is looked at
 */
public record User(
        TenantId tenant,
        UserId id,
        Login login,
        Optional<Identity> identity,
        Role role,
        Optional<String> password,
        boolean temporary,
        boolean closed,
        int version,
        int failures,
        Optional<Instant> shutUntil,
        Instant madeAt,
        Optional<Instant> signedInAt) {

    static User of(
            TenantId tenant,
            Login login,
            Role role,
            String password,
            boolean temporary,
            Instant now) {
        return new User(
                tenant,
                UserId.next(),
                login,
                Optional.empty(),
                role,
                Optional.of(password),
                temporary,
                false,
                1,
                0,
                Optional.empty(),
                now,
                Optional.empty());
    }

    /** Somebody whom an identity provider knows. */
    static User of(TenantId tenant, Login login, Identity identity, Role role, Instant now) {
        return new User(
                tenant,
                UserId.next(),
                login,
                Optional.of(identity),
                role,
                Optional.empty(),
                false,
                false,
                1,
                0,
                Optional.empty(),
                now,
                Optional.empty());
    }

    /** What they may do, which is nothing while somebody else knows their password. */
    public Caller caller() {
        return new Caller(tenant, login.value(), temporary ? Set.of() : role.rights(), true);
    }

    boolean isShut(Instant now) {
        return shutUntil.map(now::isBefore).orElse(false);
    }

    boolean isAdmin() {
        return role == Role.ADMIN && !closed;
    }

    User tried(Instant now) {
        int tries = failures + 1;
        return edit(role, password, temporary, closed, version, tries, Lockout.after(tries, now));
    }

    User signedIn(Instant now) {
        return new User(
                tenant,
                id,
                login,
                identity,
                role,
                password,
                temporary,
                closed,
                version,
                0,
                Optional.empty(),
                madeAt,
                Optional.of(now));
    }

    /** Whatever browsers were given before is over. */
    User withPassword(String hash, boolean given) {
        return edit(role, Optional.of(hash), given, closed, version + 1, 0, Optional.empty());
    }

    User withRole(Role other) {
        return edit(other, password, temporary, closed, version + 1, failures, shutUntil);
    }

    User closed(boolean shut) {
        return edit(role, password, temporary, shut, version + 1, failures, shutUntil);
    }

    User signedOutEverywhere() {
        return edit(role, password, temporary, closed, version + 1, failures, shutUntil);
    }

    private User edit(
            Role newRole,
            Optional<String> newPassword,
            boolean newTemporary,
            boolean newClosed,
            int newVersion,
            int newFailures,
            Optional<Instant> newShutUntil) {
        return new User(
                tenant,
                id,
                login,
                identity,
                newRole,
                newPassword,
                newTemporary,
                newClosed,
                newVersion,
                newFailures,
                newShutUntil,
                madeAt,
                signedInAt);
    }

    @Override
    public String toString() {
        return "user " + id;
    }
}
