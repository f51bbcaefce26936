package io.evenhand.access.page;

import io.evenhand.access.Role;
import io.evenhand.access.user.User;
import io.evenhand.platform.Words;

/**
 * A user as the table shows them.
 *
 * @param local whether role and password are kept here
 */
record UserRow(
        String id,
        String name,
        Role role,
        String state,
        boolean closed,
        boolean local,
        String signedIn) {

    static UserRow of(User user) {
        return new UserRow(
                user.id().value(),
                user.login().value(),
                user.role(),
                state(user),
                user.closed(),
                user.identity().isEmpty(),
                user.signedInAt().map(Words::minute).orElse("never"));
    }

    private static String state(User user) {
        if (user.closed()) {
            return "closed";
        }
        if (user.identity().isPresent()) {
            return "open, by the identity provider";
        }
        return user.temporary() ? "has to choose a password" : "open";
    }
}
