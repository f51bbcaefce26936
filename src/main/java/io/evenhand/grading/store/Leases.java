package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.Hold;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Renews the leases of many gradings by one statement. */
final class Leases {

    /** PostgreSQL takes 65,535 parameters at a time; each hold has three. */
    private static final int AT_ONCE = 5_000;

    /** Only by the attempt that took the lease, and not where it was given up already. */
    private static final String HELD =
            " where (tenant, id, attempt) in (:holds) and lease_until is not null";

    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hold> renew(List<Hold> holds, Instant until) {
        List<Hold> still = new ArrayList<>();
        for (int from = 0; from < holds.size(); from += AT_ONCE) {
            List<Hold> some = holds.subList(from, Math.min(from + AT_ONCE, holds.size()));
            still.addAll(renewed(some, until));
        }
        return still;
    }

    private List<Hold> renewed(List<Hold> holds, Instant until) {
        List<Object[]> keys = holds.stream().map(Leases::key).toList();
        int renewed =
                jdbc.sql("update grading set lease_until = :until" + HELD)
                        .param("until", Times.utc(until))
                        .param("holds", keys)
                        .update();
        return renewed == holds.size() ? holds : held(keys);
    }

    private List<Hold> held(List<Object[]> keys) {
        return jdbc.sql("select tenant, id, attempt from grading" + HELD)
                .param("holds", keys)
                .query(
                        (row, number) ->
                                new Hold(
                                        new TenantId(row.getString("tenant")),
                                        new GradingId(row.getString("id")),
                                        row.getInt("attempt")))
                .list();
    }

    private static Object[] key(Hold hold) {
        return new Object[] {hold.tenant().value(), hold.id().value(), hold.attempt()};
    }
}
