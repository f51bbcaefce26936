package io.evenhand.access.store;

import io.evenhand.access.audit.AccessEvent;
import io.evenhand.access.audit.AccessEvents;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit of access in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcAccessEvents implements AccessEvents {

    private final JdbcClient jdbc;

    JdbcAccessEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(AccessEvent event) {
        jdbc.sql(
                        """
                        insert into access_event (tenant, id, at, actor, action, subject, outcome)
                        values (:tenant, :id, :at, :actor, :action, :subject, :outcome)""")
                .param("tenant", event.tenant().value())
                .param("id", event.id())
                .param("at", Times.utc(event.at()))
                .param("actor", event.actor())
                .param("action", event.action().name())
                .param("subject", event.subject().orElse(null))
                .param("outcome", event.outcome().name())
                .update();
    }

    @Override
    public List<AccessEvent> page(TenantId tenant, String after, Instant until, int limit) {
        return jdbc.sql(
                        """
                        select * from access_event
                        where tenant = :tenant and id > :after and at <= :until
                        order by id limit :limit""")
                .param("tenant", tenant.value())
                .param("after", after)
                .param("until", Times.utc(until))
                .param("limit", limit)
                .query((row, number) -> event(row))
                .list();
    }

    private static AccessEvent event(ResultSet row) throws SQLException {
        return new AccessEvent(
                new TenantId(row.getString("tenant")),
                row.getString("id"),
                Times.instant(row, "at").orElseThrow(),
                row.getString("actor"),
                AccessEvent.Action.valueOf(row.getString("action")),
                Optional.ofNullable(row.getString("subject")),
                AccessEvent.Outcome.valueOf(row.getString("outcome")));
    }
}
