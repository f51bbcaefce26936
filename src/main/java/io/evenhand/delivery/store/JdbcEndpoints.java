package io.evenhand.delivery.store;

import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.Endpoints;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Endpoints in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcEndpoints implements Endpoints {

    private final JdbcClient jdbc;
    private final EndpointRows rows = new EndpointRows();

    JdbcEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Endpoint endpoint) {
        jdbc.sql(
                        """
                        insert into webhook_endpoint (tenant, id, url, events, include_answer,
                          enabled, disabled_by, secret, previous_secret, previous_until,
                          created_at, version)
                        values (:tenant, :id, :url, :events, :includeAnswer,
                          :enabled, :disabledBy, :secret, :previousSecret, :previousUntil,
                          :createdAt, :version)""")
                .params(rows.row(endpoint))
                .update();
    }

    @Override
    public Optional<Endpoint> find(TenantId tenant, EndpointId id) {
        return find(tenant, id, "");
    }

    private Optional<Endpoint> find(TenantId tenant, EndpointId id, String locking) {
        return jdbc.sql(
                        "select * from webhook_endpoint where tenant = :tenant and id = :id "
                                + locking)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    @Override
    public List<Endpoint> of(TenantId tenant) {
        return jdbc.sql("select * from webhook_endpoint where tenant = :tenant order by id")
                .param("tenant", tenant.value())
                .query(rows)
                .list();
    }

    @Override
    public Optional<Endpoint> change(
            TenantId tenant, EndpointId id, UnaryOperator<Endpoint> change) {
        return find(tenant, id, "for update").map(change).map(this::update);
    }

    private Endpoint update(Endpoint endpoint) {
        jdbc.sql(
                        """
                        update webhook_endpoint set url = :url, events = :events,
                          include_answer = :includeAnswer, enabled = :enabled,
                          disabled_by = :disabledBy, secret = :secret,
                          previous_secret = :previousSecret, previous_until = :previousUntil,
                          version = :version
                        where tenant = :tenant and id = :id""")
                .params(rows.row(endpoint))
                .update();
        return endpoint;
    }

    @Override
    public boolean remove(TenantId tenant, EndpointId id) {
        jdbc.sql(
                        """
                        delete from webhook_delivery
                        where tenant = :tenant and endpoint_id = :id""")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
        return jdbc.sql("delete from webhook_endpoint where tenant = :tenant and id = :id")
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }
}
