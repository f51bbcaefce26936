package io.evenhand.access;

import io.evenhand.access.user.User;
import io.evenhand.access.user.Users;
import io.evenhand.platform.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The people of a tenant who may decide on gradings. Calls block and belong into a transaction. */
@Component
public class People {

    private final Users users;

    People(Users users) {
        this.users = users;
    }

    /** As histories call them, by name. */
    public List<String> whoDecide(TenantId tenant) {
        return users.of(tenant).stream()
                .filter(user -> !user.closed())
                .filter(user -> user.role().rights().contains(Right.DECIDE))
                .map(User::login)
                .map(login -> login.value())
                .toList();
    }
}
