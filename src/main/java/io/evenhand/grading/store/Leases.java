package io.evenhand.grading.store;

import io.evenhand.grading.Hold;
import io.evenhand.platform.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;

/** Renews the leases of many gradings in one go. */
final class Leases {

    /**
     * Only by the attempt that took the lease, and not where it was given up already. One statement
     * a row, sent together: H2 reads all of a tenant's rows for a list of keys and attempts, and
     * PostgreSQL plans one of thousands for minutes.
     */
    private static final String RENEW =
            """
            update grading set lease_until = ?
            where tenant = ? and id = ? and attempt = ? and lease_until is not null""";

    private final JdbcOperations jdbc;

    Leases(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are held still. */
    List<Hold> renew(List<Hold> holds, Instant until) {
        int[] renewed =
                jdbc.batchUpdate(RENEW, holds.stream().map(hold -> row(hold, until)).toList());
        return IntStream.range(0, holds.size())
                .filter(at -> renewed[at] == 1)
                .mapToObj(holds::get)
                .toList();
    }

    private static Object[] row(Hold hold, Instant until) {
        return new Object[] {
            Times.utc(until), hold.tenant().value(), hold.id().value(), hold.attempt()
        };
    }
}
