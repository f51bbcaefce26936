package io.evenhand.candidate.store;

import io.evenhand.candidate.appeal.Appeal;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import io.evenhand.platform.vault.Place;
import io.evenhand.platform.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Maps appeals to rows and back; the one place that knows how their text is sealed and stored. */
final class AppealRows implements RowMapper<Appeal> {

    private final StorageJson json;
    private final Vault vault;

    AppealRows(StorageJson json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    @Override
    public Appeal mapRow(ResultSet row, int number) throws SQLException {
        TenantId tenant = new TenantId(row.getString("tenant"));
        GradingId grading = new GradingId(row.getString("grading_id"));
        int revision = row.getInt("revision");
        String reason = vault.open(place(tenant, grading, revision), row.getString("reason"));
        return new Appeal(
                tenant,
                grading,
                revision,
                json.read(reason, String.class),
                Times.instant(row, "appealed_at").orElseThrow(),
                row.getBigDecimal("score"),
                decision(row));
    }

    /** A JSON string, as of answers: a text column holds neither NUL nor half a character. */
    String reason(Appeal appeal) {
        Place place = place(appeal.tenant(), appeal.grading(), appeal.revision());
        return vault.seal(place, json.write(appeal.reason()));
    }

    private static Place place(TenantId tenant, GradingId grading, int revision) {
        return SealedAppeals.APPEAL.place("reason", tenant, grading.value(), revision);
    }

    private static Optional<Appeal.Decision> decision(ResultSet row) throws SQLException {
        boolean changed = row.getBoolean("changed");
        return Times.instant(row, "decided_at").map(at -> new Appeal.Decision(at, changed));
    }
}
