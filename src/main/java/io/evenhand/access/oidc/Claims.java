package io.evenhand.access.oidc;

import io.evenhand.access.Role;
import io.evenhand.platform.TenantId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an identity provider says of somebody, as the settings read it. */
final class Claims {

    private final OidcSettings settings;
    private final Map<String, Object> claims;

    Claims(OidcSettings settings, Map<String, Object> claims) {
        this.settings = settings;
        this.claims = claims;
    }

    /** The highest role that is theirs; none if the settings have none for them. */
    Optional<Role> role() {
        List<String> said = texts(settings.roleClaim());
        return settings.roles().entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(said::contains))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(settings.defaultRole()));
    }

    /** Whose people they are; none if the settings do not know. */
    Optional<TenantId> tenant(TenantId home) {
        String claim = settings.tenantClaim();
        if (claim == null) {
            return Optional.of(home);
        }
        List<String> said = texts(claim);
        List<TenantId> tenants =
                settings.tenants().entrySet().stream()
                        .filter(tenant -> tenant.getValue().stream().anyMatch(said::contains))
                        .map(tenant -> new TenantId(tenant.getKey()))
                        .toList();
        return tenants.size() == 1 ? Optional.of(tenants.getFirst()) : Optional.empty();
    }

    /** What they may be called, best first. */
    List<String> names() {
        return Stream.of(settings.nameClaim(), "preferred_username", "email")
                .distinct()
                .flatMap(claim -> texts(claim).stream())
                .toList();
    }

    private List<String> texts(String claim) {
        Object value = claims.get(claim);
        return texts(value == null ? inside(claims, claim) : value);
    }

    /** Keycloak's roles are in objects: {@code realm_access.roles}. */
    private static @Nullable Object inside(Map<?, ?> object, String path) {
        Object value = object;
        for (String name : Arrays.asList(path.split("\\."))) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> List.of(text);
            case Collection<?> many ->
                    many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }
}
