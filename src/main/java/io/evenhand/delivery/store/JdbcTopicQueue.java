package io.evenhand.delivery.store;

import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.EventTopic;
import io.evenhand.delivery.TopicQueue;
import io.evenhand.platform.LockingOrder;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the topic, in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcTopicQueue implements TopicQueue {

    private final JdbcClient jdbc;
    private final LockingOrder order;
    private final DeliveryRows rows;
    private final Clock clock;

    JdbcTopicQueue(JdbcOperations operations, StorageJson json, Clock clock) {
        this.jdbc = JdbcClient.create(operations);
        this.order = new LockingOrder(operations);
        this.rows = new DeliveryRows(json);
        this.clock = clock;
    }

    @Override
    public List<Delivery> claim(int most, Duration lease) {
        Instant now = clock.instant();
        return jdbc
                .sql(
                        """
                        select * from webhook_delivery
                        where endpoint_id = :topic and status = 'PENDING' and due_at <= :now
                          and (lease_until is null or lease_until <= :now)"""
                                + order.by("due_at, id")
                                + "limit :most for update skip locked")
                .param("topic", EventTopic.LISTENER.value())
                .param("now", Times.utc(now))
                .param("most", most)
                .query(rows)
                .list()
                .stream()
                .map(due -> held(due.claimed(now.plus(lease))))
                .toList();
    }

    private Delivery held(Delivery claimed) {
        jdbc.sql(
                        """
                        update webhook_delivery
                        set attempt = :attempt, tries = :tries, lease_until = :leaseUntil
                        where tenant = :tenant and id = :id""")
                .params(rows.row(claimed))
                .update();
        return claimed;
    }

    @Override
    public boolean done(Delivery claimed) {
        return jdbc.sql(
                                """
                                delete from webhook_delivery
                                where tenant = :tenant and id = :id and attempt = :attempt""")
                        .params(rows.row(claimed))
                        .update()
                == 1;
    }

    @Override
    public boolean later(Delivery claimed, Instant due) {
        return jdbc.sql(
                                """
                                update webhook_delivery set lease_until = null, due_at = :due
                                where tenant = :tenant and id = :id and attempt = :attempt""")
                        .params(rows.row(claimed))
                        .param("due", Times.utc(due))
                        .update()
                == 1;
    }
}
