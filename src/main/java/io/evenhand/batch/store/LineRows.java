package io.evenhand.batch.store;

import io.evenhand.batch.Batch;
import io.evenhand.batch.BatchLine;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Violation;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.SealedTable;
import io.evenhand.platform.vault.Vault;
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
    private final Vault vault;

    LineRows(StorageJson json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    @Override
    public BatchLine mapRow(ResultSet row, int number) throws SQLException {
        Key key =
                new Key(
                        new TenantId(row.getString("tenant")),
                        new BatchId(row.getString("batch_id")),
                        row.getInt("line"));
        return new BatchLine(
                key.line(),
                Optional.ofNullable(row.getString("custom_id"))
                        .map(text -> open(SealedLines.LINE, "custom_id", key, text)),
                new Sha256(open(SealedLines.LINE, "hash", key, row.getString("hash"))),
                fate(key, row));
    }

    private BatchLine.Fate fate(Key key, ResultSet row) throws SQLException {
        String code = row.getString("code");
        return code == null
                ? new BatchLine.Accepted(new GradingId(row.getString("grading_id")))
                : new BatchLine.Rejected(
                        code,
                        List.of(
                                json.read(
                                        open(
                                                SealedLines.REJECTION,
                                                "errors",
                                                key,
                                                row.getString("errors")),
                                        Violation[].class)));
    }

    private String open(SealedTable table, String column, Key key, String stored) {
        return vault.open(key.place(table, column), stored);
    }

    private String seal(SealedTable table, String column, Key key, String text) {
        return vault.seal(key.place(table, column), text);
    }

    Map<String, @Nullable Object> line(Batch batch, BatchLine line) {
        Key key = Key.of(batch, line);
        Map<String, @Nullable Object> row = key.columns();
        row.put(
                "customId",
                line.customId()
                        .map(text -> seal(SealedLines.LINE, "custom_id", key, text))
                        .orElse(null));
        row.put("hash", seal(SealedLines.LINE, "hash", key, line.hash().value()));
        row.put(
                "grading",
                line.fate() instanceof BatchLine.Accepted(GradingId id) ? id.value() : null);
        return row;
    }

    Map<String, @Nullable Object> rejection(
            Batch batch, BatchLine line, BatchLine.Rejected rejected) {
        Key key = Key.of(batch, line);
        Map<String, @Nullable Object> row = key.columns();
        row.put("code", rejected.code());
        row.put(
                "errors",
                seal(SealedLines.REJECTION, "errors", key, json.write(rejected.errors())));
        return row;
    }

    private record Key(TenantId tenant, BatchId batch, int line) {

        static Key of(Batch batch, BatchLine line) {
            return new Key(batch.tenant(), batch.id(), line.number());
        }

        Place place(SealedTable table, String column) {
            return table.place(column, tenant, batch, line);
        }

        Map<String, @Nullable Object> columns() {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("tenant", tenant.value());
            row.put("batch", batch.value());
            row.put("line", line);
            return row;
        }
    }
}
