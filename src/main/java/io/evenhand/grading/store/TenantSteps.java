package io.evenhand.grading.store;

import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose gradings wait: from one tenant to the next by one look into an index each, so that a tenant
 * with many costs no more than one with a few.
 */
final class TenantSteps {

    /**
     * No tenant's name comes between another's and the same with this behind it. An index is
     * entered there; H2 would enter it for a plain "greater" at the first row that is equal, and
     * read all of that tenant's.
     */
    static final String NEXT = "\u0001";

    static final String ABANDONED =
            """
            select tenant, null as since from grading
            where batch_id is null and status = :status
              and (lease_until is null or lease_until <= :now)
              and (retry_at is null or retry_at <= :now) and tenant >= :next
            order by batch_id, status, tenant limit 1""";

    /** The one that waits longest stands for all of its tenant. */
    static final String DUE =
            """
            select regrade_for as tenant, retry_at as since from grading where regrade_for >= :next
            order by regrade_for, retry_at limit 1""";

    private final JdbcClient jdbc;

    TenantSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TenantId> abandoned(String status, Instant now) {
        return walk(ABANDONED, Map.of("status", status, "now", Times.utc(now)))
                .map(Step::tenant)
                .toList();
    }

    List<TenantId> due(Instant now) {
        return walk(DUE, Map.of())
                .filter(step -> step.since().filter(since -> !since.isAfter(now)).isPresent())
                .map(Step::tenant)
                .toList();
    }

    private Stream<Step> walk(String sql, Map<String, Object> parameters) {
        return Stream.iterate(
                        step(sql, parameters, ""),
                        Optional::isPresent,
                        step -> step(sql, parameters, step.orElseThrow().tenant().value()))
                .flatMap(Optional::stream);
    }

    private Optional<Step> step(String sql, Map<String, Object> parameters, String after) {
        return jdbc.sql(sql)
                .params(parameters)
                .param("next", after + NEXT)
                .query(
                        (row, number) ->
                                new Step(
                                        new TenantId(
                                                Objects.requireNonNull(row.getString("tenant"))),
                                        Times.instant(row, "since")))
                .optional();
    }

    /**
     * @param since from when on the first of its gradings is due, where that is asked for
     */
    private record Step(TenantId tenant, Optional<Instant> since) {}
}
