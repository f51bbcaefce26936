package io.evenhand.review.store;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.review.queue.QueueItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps items of the queue to rows and back. */
final class ItemRows implements RowMapper<QueueItem> {

    @Override
    public QueueItem mapRow(ResultSet row, int number) throws SQLException {
        return new QueueItem(
                new TenantId(row.getString("tenant")),
                new GradingId(row.getString("grading_id")),
                GradingStatus.valueOf(row.getString("status")),
                row.getBoolean("waiting"),
                row.getDouble("confidence"),
                row.getString("question_key"),
                Optional.ofNullable(row.getString("batch_id")),
                names(row.getString("reasons")),
                names(row.getString("flags")),
                row.getBoolean("whole"),
                Times.instant(row, "created_at").orElseThrow(),
                Optional.ofNullable(row.getString("assignee")),
                Optional.ofNullable(row.getString("flagged_by")),
                Optional.ofNullable(row.getString("second_by")),
                hold(row),
                decided(row));
    }

    /** What a move of the grading may change. */
    static Map<String, @Nullable Object> columns(QueueItem item) {
        Map<String, @Nullable Object> row = new HashMap<>();
        Optional<QueueItem.Decided> decided = item.decided();
        row.put("tenant", item.tenant().value());
        row.put("id", item.id().value());
        row.put("status", item.status().name());
        row.put("waiting", item.waiting());
        row.put("confidence", item.confidence());
        row.put("place", item.position().place());
        row.put("question", item.questionKey());
        row.put("batch", item.batch().orElse(null));
        row.put("reasons", list(item.reasons()));
        row.put("flags", list(item.flags()));
        row.put("whole", item.whole());
        row.put("createdAt", Times.utc(item.createdAt()));
        row.put("reviewer", decided.map(QueueItem.Decided::reviewer).orElse(null));
        row.put("reviewedAt", decided.map(by -> Times.utc(by.at())).orElse(null));
        row.put("atRandom", decided.map(QueueItem.Decided::atRandom).orElse(null));
        row.put("machine", decided.flatMap(QueueItem.Decided::machine).orElse(null));
        row.put("human", decided.map(QueueItem.Decided::human).orElse(null));
        return row;
    }

    /** Verdicts are in rows of their own, which only the agreement reads. */
    private static Optional<QueueItem.Decided> decided(ResultSet row) throws SQLException {
        String reviewer = row.getString("reviewer");
        if (reviewer == null) {
            return Optional.empty();
        }
        double machine = row.getDouble("machine");
        Optional<Double> share = row.wasNull() ? Optional.empty() : Optional.of(machine);
        return Optional.of(
                new QueueItem.Decided(
                        reviewer,
                        Times.instant(row, "reviewed_at").orElseThrow(),
                        row.getBoolean("at_random"),
                        share,
                        row.getDouble("human"),
                        List.of()));
    }

    static Optional<QueueItem.Hold> hold(ResultSet row) throws SQLException {
        String by = row.getString("held_by");
        String desk = row.getString("held_desk");
        return by == null || desk == null
                ? Optional.empty()
                : Times.instant(row, "held_until")
                        .map(until -> new QueueItem.Hold(by, desk, until));
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "" : "," + String.join(",", names) + ",";
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).filter(name -> !name.isEmpty()).toList();
    }
}
