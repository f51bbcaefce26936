package io.evenhand.authoring.store;

import io.evenhand.authoring.preview.Comparison;
import io.evenhand.authoring.preview.Item;
import io.evenhand.authoring.preview.Preview;
import io.evenhand.authoring.preview.PreviewId;
import io.evenhand.authoring.preview.Previews;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Previews in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcPreviews implements Previews {

    private final JdbcClient jdbc;
    private final PreviewRows rows;
    private final ItemRows itemRows;

    JdbcPreviews(JdbcClient jdbc, StorageJson json, Vault vault) {
        this.jdbc = jdbc;
        this.rows = new PreviewRows(json);
        this.itemRows = new ItemRows(json, vault);
    }

    @Override
    public void add(Preview preview, List<GradingId> answers) {
        jdbc.sql(
                        """
                        insert into regrade_preview (tenant, id, question_id, status, actor, target,
                          claims, lease_until, created_at, finished_at, applied_at, applied_by)
                        values (:tenant, :id, :questionId, :status, :actor, :target,
                          :claims, :leaseUntil, :createdAt, :finishedAt, :appliedAt, :appliedBy)""")
                .params(rows.all(preview))
                .update();
        for (int i = 0; i < answers.size(); i++) {
            jdbc.sql(
                            """
                            insert into regrade_item (tenant, preview_id, seq, grading_id, status)
                            values (:tenant, :preview, :seq, :grading, 'OPEN')""")
                    .param("tenant", preview.tenant().value())
                    .param("preview", preview.id().value())
                    .param("seq", i + 1)
                    .param("grading", answers.get(i).value())
                    .update();
        }
    }

    @Override
    public Optional<Preview> find(TenantId tenant, PreviewId id) {
        return jdbc.sql("select * from regrade_preview where tenant = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    @Override
    public List<Item> items(TenantId tenant, PreviewId id) {
        return jdbc.sql(
                        """
                        select * from regrade_item where tenant = :tenant and preview_id = :id
                        order by seq""")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(itemRows)
                .list();
    }

    @Override
    public List<Preview> claim(int most, Instant now, Instant until) {
        List<Preview> free =
                jdbc.sql(
                                """
                                select * from regrade_preview
                                where status in ('QUEUED', 'RUNNING')
                                  and (lease_until is null or lease_until <= :now)
                                order by id limit :most for update skip locked""")
                        .param("now", Times.utc(now))
                        .param("most", most)
                        .query(rows)
                        .list();
        return free.stream().map(preview -> preview.claimed(until)).peek(this::store).toList();
    }

    @Override
    public boolean hold(Preview claimed, Instant until) {
        return jdbc.sql(
                                """
                                update regrade_preview set lease_until = :until
                                where tenant = :tenant and id = :id and status = 'RUNNING'
                                  and claims = :claims""")
                        .param("until", Times.utc(until))
                        .param("tenant", claimed.tenant().value())
                        .param("id", claimed.id().value())
                        .param("claims", claimed.claims())
                        .update()
                == 1;
    }

    @Override
    public void record(TenantId tenant, PreviewId id, Item item) {
        jdbc.sql(
                        """
                        update regrade_item set status = :status, result = :result, grade = :grade
                        where tenant = :tenant and preview_id = :id and seq = :seq
                          and status = 'OPEN'""")
                .param("status", item.status().name())
                .param(
                        "result",
                        item.comparison()
                                .map(it -> itemRows.sealed("result", tenant, item.grading(), it))
                                .orElse(null))
                .param(
                        "grade",
                        item.pending()
                                .map(it -> itemRows.sealed("grade", tenant, item.grading(), it))
                                .orElse(null))
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("seq", item.seq())
                .update();
    }

    @Override
    public void settle(TenantId tenant, PreviewId id, int seq, Item.Status fate) {
        jdbc.sql(
                        """
                        update regrade_item set status = :status, grade = null
                        where tenant = :tenant and preview_id = :id and seq = :seq
                          and status = 'COMPARED'""")
                .param("status", fate.name())
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("seq", seq)
                .update();
    }

    @Override
    public void drop(TenantId tenant, GradingId grading, Comparison gone) {
        jdbc.sql(
                        """
                        update regrade_item set
                          result = case when status = 'OPEN' then :gone else result end,
                          status = case status when 'OPEN' then 'FAILED'
                            when 'COMPARED' then 'CHANGED' else status end,
                          grade = null
                        where tenant = :tenant and grading_id = :grading""")
                .param("gone", itemRows.sealed("result", tenant, grading, gone))
                .param("tenant", tenant.value())
                .param("grading", grading.value())
                .update();
    }

    @Override
    public void update(Preview preview) {
        store(preview);
    }

    private void store(Preview preview) {
        jdbc.sql(
                        """
                        update regrade_preview set status = :status, claims = :claims,
                          lease_until = :leaseUntil, finished_at = :finishedAt,
                          applied_at = :appliedAt, applied_by = :appliedBy
                        where tenant = :tenant and id = :id and claims <= :claims""")
                .params(rows.changing(preview))
                .update();
    }

    @Override
    public boolean forget(TenantId tenant, PreviewId id) {
        return jdbc.sql("delete from regrade_preview where tenant = :tenant and id = :id")
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    @Override
    public int forget(Instant createdBefore) {
        return jdbc.sql("delete from regrade_preview where created_at < :before")
                .param("before", Times.utc(createdBefore))
                .update();
    }
}
