package io.evenhand.batch.store;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchLine;
import io.evenhand.batch.Batches;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcBatches implements Batches {

    private final JdbcClient jdbc;
    private final BatchRows rows = new BatchRows();
    private final LineTable lines;

    JdbcBatches(JdbcClient jdbc, StorageJson json, Vault vault) {
        this.jdbc = jdbc;
        this.lines = new LineTable(jdbc, new LineRows(json, vault));
    }

    @Override
    public boolean add(Batch batch, Optional<Sha256> key) {
        return jdbc.sql(
                                """
                                insert into batch (tenant, id, status, actor, key_hash,
                                  options_hash, max_cost, pilot, upload, last_line, total, rejected,
                                  pilot_until, budget_spent, started_at, settled_before, created_at,
                                  touched_at, completed_at)
                                values (:tenant, :id, :status, :actor, :key,
                                  :options, :maxCost, :pilot, :upload, :lastLine, :total, :rejected,
                                  :pilotUntil, :budgetSpent, :startedAt, :settledBefore, :createdAt,
                                  :touchedAt, :completedAt)
                                on conflict do nothing""")
                        .params(rows.all(batch))
                        .param("key", key.map(Sha256::value).orElse(null))
                        .update()
                == 1;
    }

    @Override
    public Optional<Batch> find(TenantId tenant, BatchId id) {
        return find(tenant, id, "");
    }

    @Override
    public Optional<Batch> lock(TenantId tenant, BatchId id) {
        return find(tenant, id, " for update");
    }

    private Optional<Batch> find(TenantId tenant, BatchId id, String locking) {
        return jdbc.sql("select * from batch where tenant = :tenant and id = :id" + locking)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    /** Ids rise with time. */
    @Override
    public List<Batch> newest(TenantId tenant, int most) {
        return jdbc.sql("select * from batch where tenant = :tenant order by id desc limit :most")
                .param("tenant", tenant.value())
                .param("most", most)
                .query(rows)
                .list();
    }

    @Override
    public Optional<Batch> byKey(TenantId tenant, Sha256 key, Instant begunAfter) {
        return jdbc.sql(
                        """
                        select * from batch
                        where tenant = :tenant and key_hash = :key and created_at > :after""")
                .param("tenant", tenant.value())
                .param("key", key.value())
                .param("after", Times.utc(begunAfter))
                .query(rows)
                .optional();
    }

    @Override
    public void freeKey(TenantId tenant, Sha256 key, Instant begunBy) {
        jdbc.sql(
                        """
                        update batch set key_hash = null
                        where tenant = :tenant and key_hash = :key and created_at <= :by""")
                .param("tenant", tenant.value())
                .param("key", key.value())
                .param("by", Times.utc(begunBy))
                .update();
    }

    @Override
    public void update(Batch batch) {
        jdbc.sql(
                        """
                        update batch set status = :status, upload = :upload, last_line = :lastLine,
                          total = :total, rejected = :rejected, pilot_until = :pilotUntil,
                          budget_spent = :budgetSpent, started_at = :startedAt,
                          settled_before = :settledBefore, touched_at = :touchedAt,
                          completed_at = :completedAt
                        where tenant = :tenant and id = :id""")
                .params(rows.changing(batch))
                .update();
    }

    @Override
    public void addLines(Batch batch, List<BatchLine> added) {
        added.forEach(line -> lines.insert(batch, line));
    }

    @Override
    public void dropLine(TenantId tenant, GradingId grading) {
        lines.drop(tenant, grading);
    }

    @Override
    public List<BatchLine> lines(TenantId tenant, BatchId id, int after, int most) {
        return lines.after(tenant, id, after, most);
    }

    @Override
    public List<BatchLine> rejected(TenantId tenant, BatchId id, int most) {
        return lines.rejected(tenant, id, most);
    }

    @Override
    public Optional<GradingId> pilot(TenantId tenant, BatchId id, int n) {
        List<@Nullable String> last =
                jdbc.sql(
                                """
                                select grading_id from batch_line
                                where tenant = :tenant and batch_id = :batch
                                  and grading_id is not null
                                order by tenant, batch_id, line limit 2 offset :skipped""")
                        .param("tenant", tenant.value())
                        .param("batch", id.value())
                        .param("skipped", n - 1)
                        .query(String.class)
                        .list();
        return last.size() < 2
                ? Optional.empty()
                : Optional.ofNullable(last.getFirst()).map(GradingId::new);
    }

    @Override
    public List<Batch> running() {
        return jdbc.sql("select * from batch where status = 'RUNNING' order by id")
                .query(rows)
                .list();
    }

    @Override
    public List<Batch> closing() {
        return jdbc.sql(
                        """
                        select * from batch where status = 'CANCELLED' and completed_at is null
                        order by id""")
                .query(rows)
                .list();
    }

    @Override
    public List<Batch> stale(Instant touchedBy) {
        return jdbc.sql(
                        """
                        select * from batch where status = 'RECEIVING' and touched_at <= :by
                        order by id""")
                .param("by", Times.utc(touchedBy))
                .query(rows)
                .list();
    }
}
