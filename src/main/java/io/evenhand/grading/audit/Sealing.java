package io.evenhand.grading.audit;

import io.evenhand.platform.Recurring;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what has come to the histories, from time to time; of all instances one at a time. */
@Component
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    /** Entries that one transaction updates: some tens of milliseconds. */
    private static final int AT_ONCE = 5_000;

    private final Seals seals;
    private final Storage storage;
    private final SealSettings settings;
    private final Recurring rounds = new Recurring();

    Sealing(Seals seals, Storage storage, SealSettings settings) {
        this.seals = seals;
        this.storage = storage;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rounds.start(settings.seal(), settings.seal(), this::sealed);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.stop();
    }

    Mono<Void> sealed() {
        return storage.inTransaction(seals::unsealed)
                .flatMapIterable(tenants -> tenants)
                .concatMap(tenant -> sealed(tenant).onErrorResume(Sealing::later))
                .then()
                .onErrorResume(Sealing::later);
    }

    private Mono<Void> sealed(TenantId tenant) {
        return storage.inTransaction(() -> seals.seal(tenant, AT_ONCE))
                .repeat()
                .takeUntil(more -> !more)
                .then();
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn(
                "Histories could not be sealed ({}); trying again later.",
                error.getClass().getName());
        return Mono.empty();
    }
}
