package io.evenhand.authoring.store;

import io.evenhand.authoring.preview.Preview;
import io.evenhand.authoring.preview.PreviewId;
import io.evenhand.authoring.preview.PreviewStatus;
import io.evenhand.authoring.preview.Target;
import io.evenhand.platform.StorageJson;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps previews to rows and back. */
final class PreviewRows implements RowMapper<Preview> {

    private final StorageJson json;

    PreviewRows(StorageJson json) {
        this.json = json;
    }

    @Override
    public Preview mapRow(ResultSet row, int number) throws SQLException {
        return new Preview(
                new PreviewId(row.getString("id")),
                new TenantId(row.getString("tenant")),
                row.getString("question_id"),
                PreviewStatus.valueOf(row.getString("status")),
                row.getString("actor"),
                json.read(row.getString("target"), Target.class),
                row.getInt("claims"),
                Times.instant(row, "lease_until"),
                Times.instant(row, "created_at").orElseThrow(),
                Times.instant(row, "finished_at"),
                Times.instant(row, "applied_at"),
                Optional.ofNullable(row.getString("applied_by")));
    }

    /** What a later move may change. */
    Map<String, @Nullable Object> changing(Preview preview) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", preview.tenant().value());
        row.put("id", preview.id().value());
        row.put("status", preview.status().name());
        row.put("claims", preview.claims());
        row.put("leaseUntil", Times.utc(preview.leaseUntil()));
        row.put("finishedAt", Times.utc(preview.finishedAt()));
        row.put("appliedAt", Times.utc(preview.appliedAt()));
        row.put("appliedBy", preview.appliedBy().orElse(null));
        return row;
    }

    /** What a row holds from its first day on. */
    Map<String, @Nullable Object> all(Preview preview) {
        Map<String, @Nullable Object> row = changing(preview);
        row.put("questionId", preview.questionId());
        row.put("actor", preview.actor());
        row.put("target", json.write(preview.target()));
        row.put("createdAt", Times.utc(preview.createdAt()));
        return row;
    }
}
