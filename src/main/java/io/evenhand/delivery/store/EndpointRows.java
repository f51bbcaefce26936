package io.evenhand.delivery.store;

import io.evenhand.delivery.Endpoint;
import io.evenhand.delivery.EndpointId;
import io.evenhand.delivery.EventType;
import io.evenhand.delivery.Fault;
import io.evenhand.delivery.SigningSecrets;
import io.evenhand.platform.TenantId;
import io.evenhand.platform.Times;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Maps endpoints to rows and back. */
final class EndpointRows implements RowMapper<Endpoint> {

    @Override
    public Endpoint mapRow(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                new TenantId(row.getString("tenant")),
                new EndpointId(row.getString("id")),
                URI.create(row.getString("url")),
                events(row.getString("events")),
                row.getBoolean("include_answer"),
                row.getBoolean("enabled"),
                Optional.ofNullable(row.getString("disabled_by")).map(Fault::valueOf),
                new SigningSecrets(
                        row.getString("secret"),
                        Optional.ofNullable(row.getString("previous_secret")),
                        Times.instant(row, "previous_until")),
                Times.instant(row, "created_at").orElseThrow(),
                row.getLong("version"));
    }

    Map<String, @Nullable Object> row(Endpoint endpoint) {
        SigningSecrets secrets = endpoint.secrets();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("tenant", endpoint.tenant().value());
        row.put("id", endpoint.id().value());
        row.put("url", endpoint.url().toString());
        row.put(
                "events",
                endpoint.events().stream()
                        .sorted()
                        .map(EventType::name)
                        .collect(Collectors.joining(",")));
        row.put("includeAnswer", endpoint.includeAnswer());
        row.put("enabled", endpoint.enabled());
        row.put("disabledBy", endpoint.disabledBy().map(Fault::name).orElse(null));
        row.put("secret", secrets.current());
        row.put("previousSecret", secrets.previous().orElse(null));
        row.put("previousUntil", Times.utc(secrets.previousUntil()));
        row.put("createdAt", Times.utc(endpoint.createdAt()));
        row.put("version", endpoint.version());
        return row;
    }

    private static Set<EventType> events(String names) {
        return Arrays.stream(names.split(",")).map(EventType::valueOf).collect(Collectors.toSet());
    }
}
