package io.evenhand.grading.store;

import io.evenhand.grading.Erasures;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingErased;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.LockingOrder;
import io.evenhand.platform.SearchableText;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases in H2 or PostgreSQL; each grading with its entry in the history and those who listen. */
@Repository
class JdbcErasures implements Erasures {

    private final JdbcClient jdbc;
    private final LockingOrder order;
    private final GradingRows rows;
    private final GradingTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcErasures(
            JdbcOperations operations,
            StorageJson json,
            Vault vault,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = JdbcClient.create(operations);
        this.order = new LockingOrder(operations);
        this.rows = new GradingRows(json, vault);
        this.table = new GradingTable(jdbc, json, vault, clock);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<GradingId> ofCandidate(
            TenantId tenant, String candidateRef, int most, String actor) {
        String condition = "candidate_ref = :candidate" + order.by("id") + "limit :most for update";
        return erased(
                tenant,
                condition,
                Map.of("candidate", SearchableText.of(candidateRef), "most", most),
                actor);
    }

    @Override
    public List<GradingId> createdBefore(TenantId tenant, Instant end, int most, String actor) {
        String condition =
                "erased_at is null and created_at < :end"
                        + order.by("created_at")
                        + "limit :most for update skip locked";
        return erased(tenant, condition, Map.of("end", Times.utc(end), "most", most), actor);
    }

    private List<GradingId> erased(
            TenantId tenant, String condition, Map<String, Object> parameters, String actor) {
        List<Grading> found =
                jdbc.sql("select * from grading where tenant = :tenant and " + condition)
                        .param("tenant", tenant.value())
                        .params(parameters)
                        .query(rows)
                        .list();
        return found.stream().map(grading -> erased(grading, actor)).toList();
    }

    private GradingId erased(Grading before, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        table.erase(before.erased(now), actor);
        events.publishEvent(new GradingErased(before));
        return before.id();
    }
}
