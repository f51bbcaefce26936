package io.evenhand.access;

import io.evenhand.platform.TenantId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks.
 *
 * @param name what the history calls them; never the key itself
 * @param isPerson whether it is somebody who signed in, and not a key
 */
public record Caller(TenantId tenant, String name, Set<Right> rights, boolean isPerson) {

    /** Whoever reaches a service that has no keys and listens to this machine alone. */
    static final Caller LOCAL =
            new Caller(TenantId.LOCAL, "local", EnumSet.allOf(Right.class), false);

    public Caller {
        rights = Set.copyOf(rights);
    }

    /** Somebody with a key. */
    public static Caller withScopes(TenantId tenant, String name, Set<Scope> scopes) {
        return new Caller(
                tenant,
                name,
                scopes.stream()
                        .flatMap(scope -> scope.rights().stream())
                        .collect(Collectors.toSet()),
                false);
    }

    /** Whether it is whoever is on this machine: one person, as far as anybody can tell. */
    public boolean isAlone() {
        return equals(LOCAL);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether they may give others these rights: nobody gives what they do not have. */
    public boolean mayGive(Set<Right> wanted) {
        return rights.containsAll(wanted);
    }
}
