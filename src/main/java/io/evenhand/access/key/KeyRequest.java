package io.evenhand.access.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as a client writes it: anything may be missing or wrong until checked.
 *
 * @param expiresAt an instant as ISO 8601 has it
 */
public record KeyRequest(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable String expiresAt) {}
