package io.evenhand.batch.store;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchStatus;
import io.evenhand.batch.Pace;
import io.evenhand.batch.Received;
import io.evenhand.batch.Terms;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps batches to rows and back. */
final class BatchRows implements RowMapper<Batch> {

    @Override
    public Batch mapRow(ResultSet row, int number) throws SQLException {
        return new Batch(
                new BatchId(row.getString("id")),
                new TenantId(row.getString("tenant")),
                BatchStatus.valueOf(row.getString("status")),
                new Terms(
                        row.getString("actor"),
                        Optional.ofNullable(row.getBigDecimal("max_cost")),
                        Optional.ofNullable(row.getObject("pilot", Integer.class)),
                        new Sha256(row.getString("options_hash"))),
                new Received(
                        row.getInt("upload"),
                        row.getInt("last_line"),
                        row.getInt("total"),
                        row.getInt("rejected")),
                new Pace(
                        Optional.ofNullable(row.getString("pilot_until")).map(GradingId::new),
                        row.getBoolean("budget_spent"),
                        Times.instant(row, "started_at"),
                        row.getInt("settled_before")),
                Times.instant(row, "created_at").orElseThrow(),
                Times.instant(row, "touched_at").orElseThrow(),
                Times.instant(row, "completed_at"));
    }

    /** What a later move may change, and the key. */
    Map<String, @Nullable Object> changing(Batch batch) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", batch.tenant().value());
        row.put("id", batch.id().value());
        row.put("status", batch.status().name());
        row.put("upload", batch.received().upload());
        row.put("lastLine", batch.received().lastLine());
        row.put("total", batch.received().total());
        row.put("rejected", batch.received().rejected());
        row.put("pilotUntil", batch.pace().pilotUntil().map(GradingId::value).orElse(null));
        row.put("budgetSpent", batch.pace().budgetSpent());
        row.put("startedAt", Times.utc(batch.pace().startedAt()));
        row.put("settledBefore", batch.pace().settledBefore());
        row.put("touchedAt", Times.utc(batch.touchedAt()));
        row.put("completedAt", Times.utc(batch.completedAt()));
        return row;
    }

    /** What a row holds from its first day on. */
    Map<String, @Nullable Object> all(Batch batch) {
        Map<String, @Nullable Object> row = changing(batch);
        row.put("actor", batch.terms().actor());
        row.put("options", batch.terms().options().value());
        row.put("maxCost", batch.terms().maxCost().orElse(null));
        row.put("pilot", batch.terms().pilot().orElse(null));
        row.put("createdAt", Times.utc(batch.createdAt()));
        return row;
    }
}
