package io.evenhand.access;

/** What an API key may do. */
public enum Scope {
    /** Hand in answers, read gradings and questions. */
    GRADE,
    /** Read gradings and decide on them. */
    REVIEW,
    /** Questions, webhooks, erasure, keys. */
    MANAGE;

    /** Its name to the security framework. */
    public String authority() {
        return "SCOPE_" + name();
    }
}
