package io.evenhand.access.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.evenhand.access.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as clients see it.
 *
 * @param madeBy who made it
 * @param lastUsedAt to the minute
 * @param secret what is sent as bearer token; shown when it is made, and never again
 */
public record KeyView(
        String id,
        String name,
        List<String> scopes,
        String madeBy,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static KeyView of(MadeKey key) {
        return of(key, null);
    }

    static KeyView with(KeySecret secret, MadeKey key) {
        return of(key, secret.value());
    }

    private static KeyView of(MadeKey key, @Nullable String secret) {
        return new KeyView(
                key.id().value(),
                key.name(),
                key.scopes().stream().sorted().map(Scope::label).toList(),
                key.madeBy(),
                key.madeAt(),
                key.expiresAt().orElse(null),
                key.lastUsedAt().orElse(null),
                key.revokedAt().orElse(null),
                secret);
    }
}
