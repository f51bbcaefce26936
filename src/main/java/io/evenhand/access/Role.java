package io.evenhand.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody who signs in may do; each role may do what the one before may. */
public enum Role {
    /** Looks at gradings. */
    VIEWER(Right.READ, Right.VIEW),
    /** Decides on them. */
    REVIEWER(Right.READ, Right.VIEW, Right.DECIDE),
    /**
     * Hands answers in, gives work to others, approves many at once, writes questions and
     * interviews.
     */
    LEAD(Right.SUBMIT, Right.READ, Right.VIEW, Right.DECIDE, Right.LEAD, Right.AUTHOR),
    /** Everything, keys and users among it. */
    ADMIN(Right.values());

    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.copyOf(EnumSet.of(rights[0], rights));
    }

    public Set<Right> rights() {
        return rights;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
