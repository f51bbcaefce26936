package io.evenhand.access.store;

import io.evenhand.access.Role;
import io.evenhand.access.user.Identity;
import io.evenhand.access.user.Login;
import io.evenhand.access.user.User;
import io.evenhand.access.user.UserId;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps users to rows and back. */
final class UserRows implements RowMapper<User> {

    @Override
    public User mapRow(ResultSet row, int number) throws SQLException {
        return new User(
                new TenantId(row.getString("tenant")),
                new UserId(row.getString("id")),
                new Login(row.getString("login")),
                identity(row.getString("issuer"), row.getString("subject")),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("password")),
                row.getBoolean("temporary"),
                row.getBoolean("closed"),
                row.getInt("version"),
                row.getInt("failures"),
                Times.instant(row, "shut_until"),
                Times.instant(row, "made_at").orElseThrow(),
                Times.instant(row, "signed_in_at"));
    }

    private static Optional<Identity> identity(@Nullable String issuer, @Nullable String subject) {
        return issuer == null || subject == null
                ? Optional.empty()
                : Optional.of(new Identity(issuer, subject));
    }

    Map<String, @Nullable Object> row(User user) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", user.tenant().value());
        row.put("id", user.id().value());
        row.put("login", user.login().value());
        row.put("role", user.role().name());
        row.put("issuer", user.identity().map(Identity::issuer).orElse(null));
        row.put("subject", user.identity().map(Identity::subject).orElse(null));
        row.put("password", user.password().orElse(null));
        row.put("temporary", user.temporary());
        row.put("closed", user.closed());
        row.put("version", user.version());
        row.put("failures", user.failures());
        row.put("shutUntil", Times.utc(user.shutUntil()));
        row.put("madeAt", Times.utc(user.madeAt()));
        row.put("signedInAt", Times.utc(user.signedInAt()));
        return row;
    }
}
