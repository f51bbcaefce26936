package io.evenhand.delivery.store;

import io.evenhand.delivery.Deliveries;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.DeliveryId;
import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.EventTopic;
import io.evenhand.platform.LockingOrder;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcDeliveries implements Deliveries {

    private static final String DUE =
            """
            status = 'PENDING' and due_at <= :now and (lease_until is null or lease_until <= :now)
            """;

    /** After every ULID, whatever the collation: their first digit is 7 at most. */
    private static final String LAST = "8";

    private final JdbcClient jdbc;
    private final LockingOrder order;
    private final DeliveryRows rows;
    private final Clock clock;

    JdbcDeliveries(JdbcOperations operations, StorageJson json, Clock clock) {
        this.jdbc = JdbcClient.create(operations);
        this.order = new LockingOrder(operations);
        this.rows = new DeliveryRows(json);
        this.clock = clock;
    }

    @Override
    public void add(Delivery delivery) {
        jdbc.sql(
                        """
                        insert into webhook_delivery (tenant, id, endpoint_id, message_id, type,
                          grading_id, revision, batch_id, occurred_at, status, attempt, tries, due_at,
                          lease_until, log)
                        values (:tenant, :id, :endpoint, :message, :type,
                          :grading, :revision, :batch, :occurredAt, :status, :attempt, :tries, :dueAt,
                          :leaseUntil, :log)""")
                .params(rows.row(delivery))
                .update();
    }

    /**
     * By a probe of the index for each endpoint: a long queue at one costs no more than a short.
     */
    @Override
    public List<Endpoint> waiting(Set<EndpointId> busy, int most) {
        String free = busy.isEmpty() ? "" : "and e.id not in (:busy) ";
        JdbcClient.StatementSpec query =
                jdbc.sql(
                                "select e.* from webhook_endpoint e where e.enabled "
                                        + free
                                        + "and exists (select 1 from webhook_delivery d where"
                                        + " d.tenant = e.tenant and d.endpoint_id = e.id and "
                                        + DUE
                                        + ") order by random() limit :most")
                        .param("now", Times.utc(clock.instant()))
                        .param("most", most);
        if (!busy.isEmpty()) {
            query = query.param("busy", busy.stream().map(EndpointId::value).toList());
        }
        return query.query(new EndpointRows()).list();
    }

    @Override
    public List<Delivery> claim(Endpoint endpoint, int most, Duration lease) {
        Instant now = clock.instant();
        List<Delivery> free =
                jdbc.sql(
                                "select * from webhook_delivery where tenant = :tenant"
                                        + " and endpoint_id = :endpoint and "
                                        + DUE
                                        + order.by("due_at, id")
                                        + "limit :most for update skip locked")
                        .param("tenant", endpoint.tenant().value())
                        .param("endpoint", endpoint.id().value())
                        .param("now", Times.utc(now))
                        .param("most", most)
                        .query(rows)
                        .list();
        return free.stream().map(due -> update(due.claimed(now.plus(lease)))).toList();
    }

    @Override
    public Optional<Delivery> move(
            Endpoint endpoint,
            DeliveryId id,
            Optional<Integer> attempt,
            UnaryOperator<Delivery> move) {
        return jdbc.sql(
                        """
                        select * from webhook_delivery
                        where tenant = :tenant and endpoint_id = :endpoint and id = :id
                        for update""")
                .param("tenant", endpoint.tenant().value())
                .param("endpoint", endpoint.id().value())
                .param("id", id.value())
                .query(rows)
                .optional()
                .filter(found -> attempt.isEmpty() || attempt.get() == found.attempt())
                .map(found -> update(move.apply(found)));
    }

    private Delivery update(Delivery delivery) {
        jdbc.sql(
                        """
                        update webhook_delivery set status = :status, attempt = :attempt,
                          tries = :tries, due_at = :dueAt, lease_until = :leaseUntil, log = :log
                        where tenant = :tenant and id = :id""")
                .params(rows.row(delivery))
                .update();
        return delivery;
    }

    @Override
    public List<Delivery> page(Endpoint endpoint, Optional<DeliveryId> before, int limit) {
        return jdbc.sql(
                        """
                        select * from webhook_delivery
                        where tenant = :tenant and endpoint_id = :endpoint and id < :before
                        order by id desc limit :limit""")
                .param("tenant", endpoint.tenant().value())
                .param("endpoint", endpoint.id().value())
                .param("before", before.map(DeliveryId::value).orElse(LAST))
                .param("limit", limit)
                .query(rows)
                .list();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql(
                        """
                        delete from webhook_delivery where occurred_at < :before
                          and endpoint_id <> :topic
                          and (status <> 'PENDING' or not exists (
                            select 1 from webhook_endpoint e
                            where e.tenant = webhook_delivery.tenant
                              and e.id = webhook_delivery.endpoint_id and e.enabled))""")
                .param("before", Times.utc(before))
                .param("topic", EventTopic.LISTENER.value())
                .update();
    }
}
