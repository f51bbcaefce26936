package io.evenhand.delivery.store;

import io.evenhand.delivery.Attempt;
import io.evenhand.delivery.Delivery;
import io.evenhand.delivery.DeliveryId;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.MessageId;
import io.evenhand.delivery.Subject;
import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps deliveries to rows and back. */
final class DeliveryRows implements RowMapper<Delivery> {

    private final StorageJson json;

    DeliveryRows(StorageJson json) {
        this.json = json;
    }

    @Override
    public Delivery mapRow(ResultSet row, int number) throws SQLException {
        return new Delivery(
                new TenantId(row.getString("tenant")),
                new DeliveryId(row.getString("id")),
                new EndpointId(row.getString("endpoint_id")),
                new MessageId(row.getString("message_id")),
                EventType.valueOf(row.getString("type")),
                subject(row),
                Times.instant(row, "occurred_at").orElseThrow(),
                Delivery.Status.valueOf(row.getString("status")),
                row.getInt("attempt"),
                row.getInt("tries"),
                Times.instant(row, "due_at").orElseThrow(),
                Times.instant(row, "lease_until"),
                json.read(row.getString("log"), Log.class).attempts());
    }

    private static Subject subject(ResultSet row) throws SQLException {
        String batch = row.getString("batch_id");
        return batch == null
                ? new Subject.OneGrading(
                        new GradingId(row.getString("grading_id")), row.getInt("revision"))
                : new Subject.WholeBatch(new BatchId(batch));
    }

    Map<String, @Nullable Object> row(Delivery delivery) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", delivery.tenant().value());
        row.put("id", delivery.id().value());
        row.put("endpoint", delivery.endpoint().value());
        row.put("message", delivery.message().value());
        row.put("type", delivery.type().name());
        row.put("grading", null);
        row.put("revision", null);
        row.put("batch", null);
        switch (delivery.subject()) {
            case Subject.OneGrading(GradingId id, int revision) -> {
                row.put("grading", id.value());
                row.put("revision", revision);
            }
            case Subject.WholeBatch(BatchId id) -> row.put("batch", id.value());
        }
        row.put("occurredAt", Times.utc(delivery.occurredAt()));
        row.put("status", delivery.status().name());
        row.put("attempt", delivery.attempt());
        row.put("tries", delivery.tries());
        row.put("dueAt", Times.utc(delivery.dueAt()));
        row.put("leaseUntil", Times.utc(delivery.leaseUntil()));
        row.put("log", json.write(new Log(delivery.log())));
        return row;
    }

    /** The attempts, as one JSON column holds them. */
    record Log(List<Attempt> attempts) {}
}
