package io.evenhand.review.store;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import io.evenhand.review.queue.QueueItem;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reasons and flags of items, a row each, for the queue to be narrowed by. */
final class TraitTable {

    private TraitTable() {}

    static void insert(JdbcClient jdbc, QueueItem item) {
        Stream.concat(
                        item.reasons().stream().map(TraitTable::reason),
                        item.flags().stream().map(TraitTable::flag))
                .distinct()
                .forEach(trait -> insert(jdbc, item, trait));
    }

    private static void insert(JdbcClient jdbc, QueueItem item, String trait) {
        jdbc.sql(
                        """
                        insert into review_trait (of_tenant, of_grading, trait, of_place)
                        values (:tenant, :id, :trait, :place)""")
                .param("tenant", item.tenant().value())
                .param("id", item.id().value())
                .param("trait", trait)
                .param("place", item.position().place())
                .update();
    }

    static void drop(JdbcClient jdbc, TenantId tenant, GradingId id) {
        jdbc.sql("delete from review_trait where of_tenant = :tenant and of_grading = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
    }

    static String reason(String name) {
        return "reason " + name;
    }

    static String flag(String name) {
        return "flag " + name;
    }
}
