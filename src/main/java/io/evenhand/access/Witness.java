package io.evenhand.access;

import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Trail;
import io.evenhand.platform.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes down what people see and do who have no account but a link, and who gave it to them; in
 * the transaction of whoever calls.
 */
@Component
public class Witness {

    private final Trail trail;

    Witness(Trail trail) {
        this.trail = trail;
    }

    public void linkMade(Caller by, String subject) {
        trail.done(by, Action.LINK_MADE, subject);
    }

    public void linkRevoked(Caller by, String subject) {
        trail.done(by, Action.LINK_REVOKED, subject);
    }

    /** Who it is, nobody here knows: only by which link they came. */
    public void seenByLink(TenantId tenant, String link, String subject) {
        trail.add(tenant, actor(link), Action.LINK_VIEWED, Optional.of(subject), Outcome.DONE);
    }

    public void appealedByLink(TenantId tenant, String link, String subject) {
        trail.add(tenant, actor(link), Action.APPEALED, Optional.of(subject), Outcome.DONE);
    }

    public void assigned(Caller by, String subject) {
        trail.done(by, Action.GRADING_ASSIGNED, subject);
    }

    /** What histories call whoever came by a link; no name of a person has a colon. */
    public static String actor(String link) {
        return "link:" + link;
    }
}
