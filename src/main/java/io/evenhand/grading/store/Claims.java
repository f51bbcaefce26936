package io.evenhand.grading.store;

import io.evenhand.grading.Grading;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.platform.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes gradings from the table so that no two instances take the same. */
final class Claims {

    private static final String WORKER = "system";

    private final JdbcClient jdbc;
    private final GradingRows rows;
    private final GradingTable table;
    private final Clock clock;

    Claims(JdbcClient jdbc, GradingRows rows, GradingTable table, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.table = table;
        this.clock = clock;
    }

    /**
     * @param condition may name {@code :now}, and ends in an order
     * @param parameters what else the condition names
     */
    List<Grading> claim(
            String condition, Map<String, String> parameters, int most, Duration lease) {
        if (most <= 0) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Grading> free =
                jdbc.sql(
                                "select * from grading where "
                                        + condition
                                        + " limit :most for update skip locked")
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
}
