package io.evenhand.access.key;

import io.evenhand.access.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a key is to be. */
public record NewKey(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {

    public static final int LONGEST_NAME = 100;

    public NewKey {
        scopes = Set.copyOf(scopes);
    }
}
