package io.evenhand.access.page;

import io.evenhand.access.Scope;
import io.evenhand.access.key.MadeKey;
import io.evenhand.platform.Words;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A key as the table shows it.
 *
 * @param alive whether it opens anything
 */
record KeyRow(
        String id,
        String name,
        String scopes,
        String madeBy,
        String expires,
        String used,
        String state,
        boolean alive) {

    static KeyRow of(MadeKey key, Instant now) {
        return new KeyRow(
                key.id().value(),
                key.name(),
                key.scopes().stream().sorted().map(Scope::label).collect(Collectors.joining(", ")),
                key.madeBy(),
                key.expiresAt().map(Words::minute).orElse("never"),
                key.lastUsedAt().map(Words::minute).orElse("never"),
                state(key, now),
                key.isAlive(now));
    }

    private static String state(MadeKey key, Instant now) {
        if (key.revokedAt().isPresent()) {
            return "revoked";
        }
        return key.isAlive(now) ? "alive" : "expired";
    }
}
