package io.evenhand.grading.store;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingMoved;
import io.evenhand.grading.GradingQuery;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.Gradings;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Hold;
import io.evenhand.grading.KeyUse;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gradings in H2 or PostgreSQL, by the SQL that both understand. */
@Repository
class JdbcGradings implements Gradings {

    /** What a worker left behind goes before what nobody has begun. */
    private static final List<GradingStatus> OPEN =
            List.of(GradingStatus.GRADING, GradingStatus.QUEUED);

    private static final String FREE =
            "batch_id is null and status = :status and (lease_until is null or lease_until <= :now)"
                    + " and (retry_at is null or retry_at <= :now)";

    private final JdbcClient jdbc;
    private final GradingRows rows;
    private final HistoryRows history;
    private final GradingTable table;
    private final KeyRows keys;
    private final ApplicationEventPublisher events;
    private final Claims claims;
    private final Clock clock;
    private final Leases leases;
    private final TenantSteps steps;

    JdbcGradings(
            JdbcOperations operations,
            StorageJson json,
            Vault vault,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = JdbcClient.create(operations);
        this.rows = new GradingRows(json, vault);
        this.history = new HistoryRows(jdbc, json, clock);
        this.table = new GradingTable(jdbc, json, vault, clock);
        this.keys = new KeyRows(jdbc, vault);
        this.events = events;
        this.clock = clock;
        this.leases = new Leases(operations);
        this.steps = new TenantSteps(jdbc);
        this.claims = new Claims(operations, rows, table, clock);
    }

    @Override
    public Optional<KeyUse> add(Grading grading, Optional<KeyUse> key, String actor) {
        if (key.isPresent()) {
            KeyUse use = key.get();
            keys.forget(use.tenant(), use.keyHash(), use.usedAt().minus(KeyUse.LIFE));
            while (!keys.take(use)) {
                Optional<KeyUse> other = keys.find(use.tenant(), use.keyHash(), Instant.EPOCH);
                if (other.isPresent()) {
                    return other;
                }
            }
        }
        table.insert(grading, actor);
        return Optional.empty();
    }

    @Override
    public Optional<KeyUse> key(TenantId tenant, Sha256 keyHash, Instant usedAfter) {
        return keys.find(tenant, keyHash, usedAfter);
    }

    @Override
    public Optional<Grading> find(TenantId tenant, GradingId id) {
        return table.find(tenant, id, "");
    }

    @Override
    public Optional<Long> version(TenantId tenant, GradingId id) {
        return jdbc.sql("select version from grading where tenant = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    @Override
    public List<Grading> page(GradingQuery query) {
        PageSql sql = PageSql.of(query);
        return jdbc.sql(sql.text()).params(sql.parameters()).query(rows).list();
    }

    @Override
    public List<HistoryEntry> history(TenantId tenant, GradingId id) {
        return history.of(tenant, id);
    }

    @Override
    public Optional<Grading> move(
            TenantId tenant,
            GradingId id,
            Optional<Integer> attempt,
            HistoryEntry.Event event,
            String actor,
            UnaryOperator<Grading> move) {
        return table.find(tenant, id, "for update")
                .filter(grading -> attempt.isEmpty() || attempt.get() == grading.attempt())
                .filter(grading -> grading.allows(event))
                .map(grading -> told(grading, table.update(move.apply(grading), event, actor)));
    }

    private Grading told(Grading before, Grading after) {
        events.publishEvent(new GradingMoved(before, after));
        return after;
    }

    @Override
    public List<TenantId> withAbandoned() {
        return OPEN.stream()
                .flatMap(status -> steps.abandoned(status.name(), clock.instant()).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<Grading> claimAbandoned(TenantId tenant, int most, Duration lease) {
        List<Grading> claimed = new ArrayList<>();
        for (GradingStatus status : OPEN) {
            claimed.addAll(
                    claims.claim(
                            FREE + " and tenant = :tenant",
                            "batch_id, status, tenant, id",
                            Map.of("tenant", tenant.value(), "status", status.name()),
                            most - claimed.size(),
                            lease));
        }
        return claimed;
    }

    @Override
    public List<TenantId> withDue() {
        return steps.due(clock.instant());
    }

    @Override
    public List<Grading> claimDue(TenantId tenant, int most, Duration lease) {
        return claims.claim(
                "regrade_for = :tenant and retry_at <= :now"
                        + " and (lease_until is null or lease_until <= :now)",
                "regrade_for, retry_at, id",
                Map.of("tenant", tenant.value()),
                most,
                lease);
    }

    @Override
    public List<Hold> renew(List<Hold> holds, Instant until) {
        return leases.renew(holds, until);
    }

    @Override
    public int endLeases(Instant until) {
        return jdbc.sql(
                        """
                        update grading set lease_until = null
                        where lease_until < :until""")
                .param("until", Times.utc(until))
                .update();
    }

    @Override
    public int forgetKeys(Instant usedBefore) {
        return keys.forget(usedBefore);
    }
}
