package io.evenhand.access.store;

import io.evenhand.access.Scope;
import io.evenhand.access.key.KeyId;
import io.evenhand.access.key.MadeKey;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps keys to rows and back. */
final class KeyRows implements RowMapper<MadeKey> {

    @Override
    public MadeKey mapRow(ResultSet row, int number) throws SQLException {
        return new MadeKey(
                new TenantId(row.getString("tenant")),
                new KeyId(row.getString("id")),
                row.getString("name"),
                scopes(row.getString("scopes")),
                row.getString("made_by"),
                Times.instant(row, "made_at").orElseThrow(),
                Times.instant(row, "expires_at"),
                Times.instant(row, "last_used_at"),
                Times.instant(row, "revoked_at"));
    }

    Map<String, @Nullable Object> row(MadeKey key) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", key.tenant().value());
        row.put("id", key.id().value());
        row.put("name", key.name());
        row.put(
                "scopes",
                key.scopes().stream().sorted().map(Scope::name).collect(Collectors.joining(",")));
        row.put("madeBy", key.madeBy());
        row.put("madeAt", Times.utc(key.madeAt()));
        row.put("expiresAt", Times.utc(key.expiresAt()));
        return row;
    }

    private static Set<Scope> scopes(String names) {
        return Arrays.stream(names.split(",")).map(Scope::valueOf).collect(Collectors.toSet());
    }
}
