package io.evenhand.access;

/** One thing that somebody may do; keys have them by scope, people by role. */
public enum Right {
    /** Hand in answers. */
    SUBMIT,
    /** Read gradings through the API. */
    READ,
    /** Look at the pages. */
    VIEW,
    /** Decide on gradings. */
    DECIDE,
    /** Approve many at once, give work to others. */
    LEAD,
    /** Questions, rubrics, interviews. */
    AUTHOR,
    /** Keys, users, webhooks, usage, the audit. */
    ADMINISTER;

    /** Its name to the security framework. */
    String authority() {
        return "RIGHT_" + name();
    }
}
