package io.evenhand.grading.store;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.BatchTally;
import io.evenhand.grading.BatchedGradings;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.vault.Vault;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gradings of batches in H2 or PostgreSQL. */
@Repository
class JdbcBatchedGradings implements BatchedGradings {

    private static final String OF_BATCH = "tenant = :tenant and batch_id = :batch";
    private static final List<GradingStatus> OPEN =
            List.of(GradingStatus.GRADING, GradingStatus.QUEUED);

    /** What nobody has begun is not counted: of a large batch that is most for most of its time. */
    static final String TALLY =
            Arrays.stream(GradingStatus.values())
                    .filter(status -> status != GradingStatus.QUEUED)
                    .map(JdbcBatchedGradings::counted)
                    .collect(Collectors.joining(" union all "));

    private static final String ORDER = "batch_id, status, tenant, id";

    private final JdbcClient jdbc;
    private final GradingRows rows;
    private final GradingTable table;
    private final Claims claims;

    JdbcBatchedGradings(JdbcOperations operations, StorageJson json, Vault vault, Clock clock) {
        this.jdbc = JdbcClient.create(operations);
        this.rows = new GradingRows(json, vault);
        this.table = new GradingTable(jdbc, json, vault, clock);
        this.claims = new Claims(operations, rows, table, clock);
    }

    @Override
    public void add(List<Grading> gradings, String actor) {
        gradings.forEach(grading -> table.insert(grading, actor));
    }

    @Override
    public List<Grading> find(TenantId tenant, Collection<GradingId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from grading where (tenant, id) in (:keys)")
                        .param("keys", Keys.of(tenant, ids))
                        .query(rows)
                        .list();
    }

    /**
     * In two looks, each of which reads an index in its order: what a worker left behind, then what
     * nobody has begun.
     */
    @Override
    public List<Grading> claim(
            TenantId tenant, BatchId batch, Optional<GradingId> upTo, int most, Duration lease) {
        Map<String, String> parameters = parameters(tenant, batch, upTo);
        String free = OF_BATCH + upTo(upTo) + " and (lease_until is null or lease_until <= :now)";
        String left = free + " and status = 'GRADING'";
        List<Grading> claimed = new ArrayList<>(claims.claim(left, ORDER, parameters, most, lease));
        if (claimed.size() < most) {
            String fresh =
                    free + " and status = 'QUEUED' and (retry_at is null or retry_at <= :now)";
            claimed.addAll(claims.claim(fresh, ORDER, parameters, most - claimed.size(), lease));
        }
        return claimed;
    }

    @Override
    public boolean anyOpen(TenantId tenant, BatchId batch, Optional<GradingId> upTo) {
        return !openIds(tenant, batch, upTo, 1).isEmpty();
    }

    @Override
    public List<GradingId> open(TenantId tenant, BatchId batch, int most) {
        return openIds(tenant, batch, Optional.empty(), most);
    }

    /** Status by status: of several at once, H2 would read all of the batch up to the first. */
    private List<GradingId> openIds(
            TenantId tenant, BatchId batch, Optional<GradingId> upTo, int most) {
        List<GradingId> open = new ArrayList<>();
        for (GradingStatus status : OPEN) {
            if (open.size() < most) {
                open.addAll(ids(tenant, batch, status, upTo, most - open.size()));
            }
        }
        return open;
    }

    private List<GradingId> ids(
            TenantId tenant,
            BatchId batch,
            GradingStatus status,
            Optional<GradingId> upTo,
            int most) {
        return jdbc.sql(openSql(upTo))
                .params(parameters(tenant, batch, upTo))
                .param("status", status.name())
                .param("most", most)
                .query((row, number) -> new GradingId(row.getString("id")))
                .list();
    }

    static String openSql(Optional<GradingId> upTo) {
        return "select id from grading where "
                + OF_BATCH
                + upTo(upTo)
                + " and status = :status limit :most";
    }

    @Override
    public BatchTally tally(TenantId tenant, BatchId batch, int total) {
        List<Part> parts =
                jdbc.sql(TALLY)
                        .params(parameters(tenant, batch, Optional.empty()))
                        .query(
                                (row, number) ->
                                        new Part(
                                                GradingStatus.valueOf(row.getString("status")),
                                                row.getInt("n"),
                                                Optional.ofNullable(row.getBigDecimal("cost")),
                                                row.getInt("priced")))
                        .list();
        Map<GradingStatus, Integer> counts = new EnumMap<>(GradingStatus.class);
        parts.stream()
                .filter(part -> part.count() > 0)
                .forEach(part -> counts.put(part.status(), part.count()));
        int begun = parts.stream().mapToInt(Part::count).sum();
        if (total > begun) {
            counts.put(GradingStatus.QUEUED, total - begun);
        }
        return new BatchTally(
                counts,
                parts.stream().flatMap(part -> part.cost().stream()).reduce(BigDecimal::add),
                parts.stream().mapToInt(Part::priced).sum());
    }

    private static String counted(GradingStatus status) {
        return "select '%1$s' as status, count(*) as n, sum(cost) as cost,".formatted(status.name())
                + " count(case when cost > 0 then 1 end) as priced from grading where "
                + OF_BATCH
                + " and status = '%1$s'".formatted(status.name());
    }

    private static String upTo(Optional<GradingId> upTo) {
        return upTo.isPresent() ? " and id <= :upTo" : "";
    }

    private static Map<String, String> parameters(
            TenantId tenant, BatchId batch, Optional<GradingId> upTo) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("tenant", tenant.value());
        parameters.put("batch", batch.value());
        upTo.ifPresent(id -> parameters.put("upTo", id.value()));
        return parameters;
    }

    private record Part(GradingStatus status, int count, Optional<BigDecimal> cost, int priced) {}
}
