package io.evenhand.batch.store;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchLine;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps the lines of batches to rows and back. */
final class LineRows implements RowMapper<BatchLine> {

    private final StorageJson json;

    LineRows(StorageJson json) {
        this.json = json;
    }

    @Override
    public BatchLine mapRow(ResultSet row, int number) throws SQLException {
        return new BatchLine(
                row.getInt("line"),
                Optional.ofNullable(row.getString("custom_id")),
                new Sha256(row.getString("hash")),
                fate(row));
    }

    private BatchLine.Fate fate(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return code == null
                ? new BatchLine.Accepted(new GradingId(row.getString("grading_id")))
                : new BatchLine.Rejected(
                        code, List.of(json.read(row.getString("errors"), Violation[].class)));
    }

    Map<String, @Nullable Object> line(Batch batch, BatchLine line) {
        Map<String, @Nullable Object> row = key(batch, line);
        row.put("customId", line.customId().orElse(null));
        row.put("hash", line.hash().value());
        row.put(
                "grading",
                line.fate() instanceof BatchLine.Accepted(GradingId id) ? id.value() : null);
        return row;
    }

    Map<String, @Nullable Object> rejection(
            Batch batch, BatchLine line, BatchLine.Rejected rejected) {
        Map<String, @Nullable Object> row = key(batch, line);
        row.put("code", rejected.code());
        row.put("errors", json.write(rejected.errors()));
        return row;
    }

    private static Map<String, @Nullable Object> key(Batch batch, BatchLine line) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", batch.tenant().value());
        row.put("batch", batch.id().value());
        row.put("line", line.number());
        return row;
    }
}
