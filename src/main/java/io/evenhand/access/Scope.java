package io.evenhand.access;

import java.util.Locale;
import java.util.Set;

/** What an API key may do. */
public enum Scope {
    /** Hand in answers, read gradings and questions. */
    GRADE(Right.SUBMIT, Right.READ),
    /** Read gradings and decide on them. */
    REVIEW(Right.READ, Right.VIEW, Right.DECIDE, Right.LEAD),
    /** Questions, webhooks, erasure, keys. */
    MANAGE(Right.AUTHOR, Right.ADMINISTER);

    private final Set<Right> rights;

    Scope(Right... rights) {
        this.rights = Set.of(rights);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** Its name in requests and settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
