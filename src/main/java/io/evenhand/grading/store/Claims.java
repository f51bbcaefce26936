package io.evenhand.grading.store;

import io.evenhand.grading.Grading;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.LockingOrder;
import io.evenhand.platform.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes gradings from the table so that no two instances take the same. */
final class Claims {

    private static final String WORKER = "system";

    private final JdbcClient jdbc;
    private final LockingOrder order;
    private final GradingRows rows;
    private final GradingTable table;
    private final Clock clock;

    Claims(JdbcOperations operations, GradingRows rows, GradingTable table, Clock clock) {
        this.jdbc = JdbcClient.create(operations);
        this.order = new LockingOrder(operations);
        this.rows = rows;
        this.table = table;
        this.clock = clock;
    }

    /**
     * @param condition may name {@code :now}
     * @param by in which order, as an index has it
     * @param parameters what else the condition names
     */
    List<Grading> claim(
            String condition, String by, Map<String, String> parameters, int most, Duration lease) {
        if (most <= 0) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Grading> free =
                jdbc.sql(sql(condition, by))
                        .params(parameters)
                        .param("now", Times.utc(now))
                        .param("most", most)
                        .query(rows)
                        .list();
        return free.stream()
                .map(
                        grading ->
                                table.update(
                                        grading.claimed(now.plus(lease)),
                                        HistoryEntry.Event.CLAIMED,
                                        WORKER))
                .toList();
    }

    private String sql(String condition, String by) {
        return "select * from grading where "
                + condition
                + order.by(by)
                + "limit :most for update skip locked";
    }
}
