package io.evenhand.grading.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.audit.AuditTrail;
import io.evenhand.grading.audit.Fault;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/** The audit in H2 or PostgreSQL. What cannot even be read is a fault like another. */
@Repository
class JdbcAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final HistoryRows history;
    private final SealedEntries entries;

    JdbcAuditTrail(JdbcClient jdbc, StorageJson json, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.history = new HistoryRows(jdbc, json, clock);
        this.entries = new SealedEntries(jdbc);
    }

    @Override
    public Part part(TenantId tenant, Optional<GradingId> after, int most) {
        List<StoredContent> some =
                jdbc.sql(
                                "select "
                                        + StoredContent.COLUMNS
                                        + " from grading where tenant = :tenant and id > :after"
                                        + " order by id limit :most")
                        .param("tenant", tenant.value())
                        .param("after", after.map(GradingId::value).orElse(""))
                        .param("most", most)
                        .query((row, number) -> StoredContent.of(vault, row))
                        .list();
        List<GradingId> ids = some.stream().map(StoredContent::id).toList();
        Optional<GradingId> last =
                some.size() < most ? Optional.empty() : Optional.of(ids.getLast());
        try {
            Map<GradingId, List<HistoryEntry>> histories = history.of(tenant, ids);
            List<GradingId> suspects =
                    some.stream()
                            .filter(
                                    one ->
                                            one.fault(histories.getOrDefault(one.id(), List.of()))
                                                    .isPresent())
                            .map(StoredContent::id)
                            .toList();
            int count = histories.values().stream().mapToInt(List::size).sum();
            return new Part(some.size(), count, suspects, last);
        } catch (IllegalArgumentException | JacksonException e) {
            return new Part(some.size(), 0, ids, last);
        }
    }

    @Override
    public Optional<Fault> fault(TenantId tenant, GradingId id) {
        Optional<StoredContent> found =
                jdbc.sql(
                                "select "
                                        + StoredContent.COLUMNS
                                        + " from grading where tenant = :tenant and id = :id for"
                                        + " update")
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .query((row, number) -> StoredContent.of(vault, row))
                        .optional();
        try {
            return found.flatMap(content -> content.fault(history.of(tenant, id)));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.of(Fault.ofGrading(Fault.Kind.ENTRY_CHANGED, id));
        }
    }

    @Override
    public Optional<GradingId> orphan(TenantId tenant) {
        return jdbc.sql(
                        """
                        select e.grading_id from grading_event e
                        where e.tenant = :tenant and not exists (
                          select 1 from grading g where g.tenant = e.tenant and g.id = e.grading_id)
                        limit 1""")
                .param("tenant", tenant.value())
                .query((row, number) -> new GradingId(row.getString("grading_id")))
                .optional();
    }

    @Override
    public Covered covered(TenantId tenant, int seal) {
        return entries.of(tenant, seal);
    }

    @Override
    public int unsealed(TenantId tenant) {
        return jdbc.sql(
                        """
                        select count(*) from grading_event
                        where seal is null and tenant = :tenant""")
                .param("tenant", tenant.value())
                .query(Integer.class)
                .single();
    }

    /** By one statement, or a seal that is made meanwhile would seem to be missing. */
    @Override
    public Optional<Integer> missing(TenantId tenant, int after) {
        return jdbc.sql(
                        """
                        select e.seal from grading_event e
                        where e.seal > :after and e.tenant = :tenant and not exists (
                          select 1 from audit_seal s
                          where s.tenant = e.tenant and s.number = e.seal)
                        order by e.seal limit 1""")
                .param("after", after)
                .param("tenant", tenant.value())
                .query(Integer.class)
                .optional();
    }
}
