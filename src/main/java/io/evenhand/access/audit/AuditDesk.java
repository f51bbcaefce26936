package io.evenhand.access.audit;

import io.evenhand.access.Caller;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands out the audit of access, and writes down that it did. */
@Component
class AuditDesk {

    /**
     * What is younger is not told yet: an entry of another instance, or of a transaction that is
     * not over, may still come before it.
     */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final AccessEvents events;
    private final Trail trail;
    private final Storage storage;
    private final Clock clock;

    AuditDesk(AccessEvents events, Trail trail, Storage storage, Clock clock) {
        this.events = events;
        this.trail = trail;
        this.storage = storage;
        this.clock = clock;
    }

    Mono<List<AccessEvent>> page(Caller caller, String cursor, int limit) {
        return storage.inTransaction(
                () -> {
                    List<AccessEvent> page =
                            events.page(
                                    caller.tenant(), cursor, clock.instant().minus(SETTLED), limit);
                    trail.add(
                            caller.tenant(),
                            caller.name(),
                            Action.AUDIT_EXPORTED,
                            Optional.of(cursor).filter(after -> !after.isEmpty()),
                            AccessEvent.Outcome.DONE);
                    return page;
                });
    }
}
