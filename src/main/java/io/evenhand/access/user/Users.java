package io.evenhand.access.user;

import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The people who sign in. */
public interface Users {

    /** False if the name or the identity is taken. */
    boolean add(User user);

    /** By name. */
    List<User> of(TenantId tenant);

    /** That user, whom nobody else changes until the transaction ends. */
    Optional<User> lock(TenantId tenant, UserId id);

    Optional<User> lock(TenantId tenant, Login login);

    Optional<User> lock(TenantId tenant, Identity identity);

    /** All admins that are not closed, whom nobody else changes until the transaction ends. */
    List<User> lockAdmins(TenantId tenant);

    void update(User user);

    /** That user, if the sign-in of that id was not ended. */
    Optional<User> signedIn(TenantId tenant, UserId id, String session);

    /**
     * Ends one sign-in.
     *
     * @param end when it would have run out by itself
     */
    void endSession(TenantId tenant, String session, Instant end, Instant now);

    /** Whether any tenant has an admin who is not closed. */
    boolean isThereAnAdmin();
}
