package io.evenhand.grading.store;

import io.evenhand.grading.Postponed;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits, by the time that it waits for; no other column tells. */
@Repository
class JdbcPostponed implements Postponed {

    private final JdbcClient jdbc;

    JdbcPostponed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TenantId> tenants(Instant until) {
        return jdbc.sql("select distinct tenant from grading where retry_at = :until")
                .param("until", Times.utc(until))
                .query((row, number) -> new TenantId(row.getString("tenant")))
                .list();
    }

    @Override
    public int callForward(TenantId tenant, Instant until, Instant now) {
        return jdbc.sql(
                        """
                        update grading set retry_at = :now
                        where tenant = :tenant and retry_at = :until""")
                .param("now", Times.utc(now))
                .param("tenant", tenant.value())
                .param("until", Times.utc(until))
                .update();
    }
}
