package io.evenhand.candidate.store;

import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Maps appeals to rows and back; the one place that knows how their text is stored. */
final class AppealRows implements RowMapper<Appeal> {

    private final StorageJson json;

    AppealRows(StorageJson json) {
        this.json = json;
    }

    @Override
    public Appeal mapRow(ResultSet row, int number) throws SQLException {
        return new Appeal(
                new TenantId(row.getString("tenant")),
                new GradingId(row.getString("grading_id")),
                row.getInt("revision"),
                json.read(row.getString("reason"), String.class),
                JdbcLinks.instant(row, "appealed_at").orElseThrow(),
                row.getBigDecimal("score"),
                decision(row));
    }

    /** A JSON string, as of answers: a text column holds neither NUL nor half a character. */
    String reason(Appeal appeal) {
        return json.write(appeal.reason());
    }

    private static Optional<Appeal.Decision> decision(ResultSet row) throws SQLException {
        boolean changed = row.getBoolean("changed");
        return JdbcLinks.instant(row, "decided_at").map(at -> new Appeal.Decision(at, changed));
    }
}
