package io.evenhand.review.store;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcQueue implements Queue {

    private static final String ONE = " where tenant = :tenant and grading_id = :id";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ItemRows rows = new ItemRows();
    private final QueueSearch search;
    private final ItemTable table;
    private final FilterTable filters;

    JdbcQueue(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.search = new QueueSearch(jdbc, clock);
        this.table = new ItemTable(jdbc, vault);
        this.filters = new FilterTable(jdbc, vault);
    }

    @Override
    public void put(QueueItem item, String question) {
        table.put(item, question);
    }

    @Override
    public void drop(TenantId tenant, GradingId id) {
        for (String sql :
                List.of(
                        """
                        delete from review_question where tenant = :tenant
                          and question_key = (select i.question_key from review_item i
                            where i.tenant = :tenant and i.grading_id = :id)
                          and not exists (select 1 from review_item o
                            where o.tenant = :tenant and o.grading_id <> :id
                              and o.question_key = review_question.question_key)""",
                        """
                        delete from review_trait
                        where of_tenant = :tenant and of_grading = :id""",
                        "delete from review_reading_mark where tenant = :tenant and grading_id = :id",
                        "delete from review_reading where tenant = :tenant and grading_id = :id",
                        "delete from review_verdict where tenant = :tenant and grading_id = :id",
                        "delete from review_item where tenant = :tenant and grading_id = :id")) {
            jdbc.sql(sql).param("tenant", tenant.value()).param("id", id.value()).update();
        }
    }

    @Override
    public Optional<QueueItem> find(TenantId tenant, GradingId id) {
        return one("select * from review_item" + ONE, tenant, id).query(rows).optional();
    }

    @Override
    public List<QueueItem> page(Page page) {
        return search.page(page);
    }

    @Override
    public int count(TenantId tenant, QueueFilter filter, int most) {
        return search.count(tenant, filter, most);
    }

    @Override
    public List<QueueItem> approvable(
            TenantId tenant, QueueFilter filter, double confidence, Desk desk, int most) {
        return search.approvable(tenant, filter, confidence, desk, most);
    }

    @Override
    public Optional<QueueItem.Hold> hold(TenantId tenant, GradingId id, Desk desk, Instant until) {
        one(
                        """
                        update review_item set held_by = :by, held_desk = :desk,
                          held_until = :until
                        where tenant = :tenant and grading_id = :id and (held_until is null
                          or held_until <= :now or held_desk = :desk)""",
                        tenant,
                        id)
                .param("by", desk.name())
                .param("desk", desk.window())
                .param("until", Times.utc(until))
                .param("now", Times.utc(clock.instant()))
                .update();
        return find(tenant, id).flatMap(QueueItem::hold);
    }

    @Override
    public void release(TenantId tenant, GradingId id, Desk desk) {
        one(
                        "update review_item set held_by = null, held_desk = null, held_until = null"
                                + ONE
                                + " and held_desk = :desk",
                        tenant,
                        id)
                .param("desk", desk.window())
                .update();
    }

    @Override
    public void assign(TenantId tenant, GradingId id, Optional<String> assignee) {
        note("assignee", tenant, id, assignee);
    }

    @Override
    public void flag(TenantId tenant, GradingId id, Optional<String> by) {
        note("flagged_by", tenant, id, by);
    }

    @Override
    public void secondAsked(TenantId tenant, GradingId id, String by) {
        note("second_by", tenant, id, Optional.of(by));
    }

    private void note(String column, TenantId tenant, GradingId id, Optional<String> name) {
        one("update review_item set " + column + " = :name" + ONE, tenant, id)
                .param("name", name.orElse(null))
                .update();
    }

    @Override
    public Map<String, String> questions(TenantId tenant, int most) {
        return filters.questions(tenant, most);
    }

    @Override
    public Map<String, String> filters(TenantId tenant, String owner) {
        return filters.of(tenant, owner);
    }

    @Override
    public void saveFilter(TenantId tenant, String owner, String name, String query) {
        filters.save(tenant, owner, name, query);
    }

    @Override
    public void dropFilter(TenantId tenant, String owner, String name) {
        filters.drop(tenant, owner, name);
    }

    @Override
    public List<Old> takeBacklog(int most) {
        List<Old> old =
                jdbc.sql(
                                """
                                select tenant, grading_id from review_backlog
                                order by tenant, grading_id limit :most for update skip locked""")
                        .param("most", most)
                        .query(
                                (row, number) ->
                                        new Old(
                                                new TenantId(row.getString("tenant")),
                                                new GradingId(row.getString("grading_id"))))
                        .list();
        old.forEach(
                one -> one("delete from review_backlog" + ONE, one.tenant(), one.id()).update());
        return old;
    }

    private JdbcClient.StatementSpec one(String sql, TenantId tenant, GradingId id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id.value());
    }
}
