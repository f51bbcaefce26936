package io.evenhand.access.session;

import com.github.f4b6a3.ulid.UlidCreator;
import io.evenhand.access.user.User;
import io.evenhand.access.user.UserId;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a browser shows to be somebody.
 *
 * @param id of this sign-in, new at each
 * @param version of the user's sign-ins; another one is worth nothing
 * @param seen when it was last made anew
 */
record Ticket(TenantId tenant, UserId user, String id, int version, Instant since, Instant seen) {

    private static final int PARTS = 6;

    /** One that nobody had before, whatever the browser came with. */
    static Ticket of(User user, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        String id = UlidCreator.getUlid().toString();
        return new Ticket(user.tenant(), user.id(), id, user.version(), second, second);
    }

    Ticket seen(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Ticket(tenant, user, id, version, since, second);
    }

    String written() {
        return String.join(
                " ",
                tenant.value(),
                user.value(),
                id,
                Integer.toString(version),
                Long.toString(since.getEpochSecond()),
                Long.toString(seen.getEpochSecond()));
    }

    /** A ticket that was sealed; an older release may have written another form. */
    static Optional<Ticket> read(String written) {
        String[] parts = written.split(" ", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Ticket(
                            new TenantId(parts[0]),
                            new UserId(parts[1]),
                            parts[2],
                            Integer.parseInt(parts[3]),
                            Instant.ofEpochSecond(Long.parseLong(parts[4])),
                            Instant.ofEpochSecond(Long.parseLong(parts[5]))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
