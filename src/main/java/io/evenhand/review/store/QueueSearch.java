package io.evenhand.review.store;

import io.evenhand.platform.TenantId;
import io.evenhand.review.queue.Desk;
import io.evenhand.review.queue.Queue;
import io.evenhand.review.queue.QueueFilter;
import io.evenhand.review.queue.QueueItem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds and counts what a filter lets through. */
final class QueueSearch {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ItemRows rows = new ItemRows();

    QueueSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The queue is in the order of confidence, but for what goes ahead of all: a band of it is read
     * in two parts, so that what is less sure is not passed over row by row.
     */
    List<QueueItem> page(Queue.Page page) {
        boolean ahead = page.after().filter(after -> after.place() >= 0).isEmpty();
        if (!page.filter().startsFurtherOn()) {
            return list(sql(page), page.limit());
        }
        List<QueueItem> items = new ArrayList<>();
        if (ahead) {
            items.addAll(list(sql(page).ahead(), page.limit()));
        }
        if (items.size() < page.limit()) {
            items.addAll(list(sql(page).fromBand(), page.limit() - items.size()));
        }
        return items;
    }

    private FilterSql sql(Queue.Page page) {
        FilterSql sql = FilterSql.of(page.tenant(), page.filter(), clock.instant());
        page.after().ifPresent(sql::after);
        page.free().ifPresent(sql::freeFor);
        return sql;
    }

    int count(TenantId tenant, QueueFilter filter, int most) {
        FilterSql sql = FilterSql.of(tenant, filter, clock.instant());
        return jdbc.sql(
                        "select count(*) from (select 1 as one"
                                + sql.text()
                                + " limit :limit) as counted")
                .params(sql.parameters())
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    List<QueueItem> approvable(
            TenantId tenant, QueueFilter filter, double confidence, Desk desk, int most) {
        FilterSql sql = FilterSql.of(tenant, filter, clock.instant());
        return list(sql.freeFor(desk).approvable(confidence), most);
    }

    private List<QueueItem> list(FilterSql sql, int limit) {
        return jdbc.sql("select review_item.*" + sql.text() + sql.order())
                .params(sql.parameters())
                .param("limit", limit)
                .query(rows)
                .list();
    }
}
