package io.evenhand.access.page;

import io.evenhand.access.Role;
import io.evenhand.access.user.User;

/** A user as the table shows them. */
record UserRow(String id, String name, Role role, String state, boolean closed, String signedIn) {

    static UserRow of(User user) {
        return new UserRow(
                user.id().value(),
                user.login().value(),
                user.role(),
                state(user),
                user.closed(),
                Days.of(user.signedInAt(), "never"));
    }

    private static String state(User user) {
        if (user.closed()) {
            return "closed";
        }
        return user.temporary() ? "has to choose a password" : "open";
    }
}
