package io.evenhand.access.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit as clients see it.
 *
 * @param id the cursor for what comes after it
 */
record AuditView(
        String id,
        Instant at,
        String actor,
        AccessEvent.Action action,
        @Nullable String subject,
        AccessEvent.Outcome outcome) {

    static AuditView of(AccessEvent event) {
        return new AuditView(
                event.id(),
                event.at(),
                event.actor(),
                event.action(),
                event.subject().orElse(null),
                event.outcome());
    }
}
