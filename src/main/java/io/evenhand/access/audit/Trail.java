package io.evenhand.access.audit;

import io.evenhand.access.Caller;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down who saw and did what, in the transaction of whoever calls. */
@Component
public class Trail {

    private final AccessEvents events;
    private final Clock clock;

    Trail(AccessEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Something that was done, in the transaction that does it. */
    public void done(Caller caller, Action action, String subject) {
        add(caller.tenant(), caller.name(), action, Optional.of(subject), Outcome.DONE);
    }

    public void add(
            TenantId tenant,
            String actor,
            Action action,
            Optional<String> subject,
            Outcome outcome) {
        events.add(
                AccessEvent.of(
                        tenant,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor,
                        action,
                        subject,
                        outcome));
    }
}
