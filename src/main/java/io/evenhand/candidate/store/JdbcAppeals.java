package io.evenhand.candidate.store;

import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.candidate.appeal.Appeals;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appeals in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcAppeals implements Appeals {

    private static final String OF = " where tenant = :tenant and grading_id = :grading";

    private final JdbcClient jdbc;
    private final AppealRows rows;

    JdbcAppeals(JdbcClient jdbc, StorageJson json, Vault vault) {
        this.jdbc = jdbc;
        this.rows = new AppealRows(json, vault);
    }

    @Override
    public boolean add(Appeal appeal) {
        return of(
                                """
                                insert into appeal (tenant, grading_id, revision, reason, appealed_at, score)
                                values (:tenant, :grading, :revision, :reason, :at, :score)
                                on conflict do nothing""",
                                appeal.tenant(),
                                appeal.grading())
                        .param("revision", appeal.revision())
                        .param("reason", rows.reason(appeal))
                        .param("at", Times.utc(appeal.at()))
                        .param("score", appeal.score())
                        .update()
                == 1;
    }

    @Override
    public List<Appeal> of(TenantId tenant, GradingId grading) {
        return of("select * from appeal" + OF + " order by revision", tenant, grading)
                .query(rows)
                .list();
    }

    @Override
    public void decide(
            TenantId tenant, GradingId grading, int revision, Optional<Appeal.Decision> what) {
        of(
                        "update appeal set decided_at = :at, changed = :changed"
                                + OF
                                + " and revision = :revision",
                        tenant,
                        grading)
                .param("revision", revision)
                .param("at", what.map(Appeal.Decision::at).map(Times::utc).orElse(null))
                .param("changed", what.map(Appeal.Decision::changed).orElse(null))
                .update();
    }

    @Override
    public void drop(TenantId tenant, GradingId grading) {
        of("delete from appeal" + OF, tenant, grading).update();
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, GradingId grading) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("grading", grading.value());
    }
}
