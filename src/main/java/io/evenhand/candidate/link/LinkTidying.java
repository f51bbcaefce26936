package io.evenhand.candidate.link;

import io.evenhand.platform.Recurring;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets links that have been over for a while: they name candidates, and open nothing. */
@Component
class LinkTidying {

    /** As long as somebody may want to see that there was one. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(LinkTidying.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Links links;
    private final Storage storage;
    private final Clock clock;
    private final Recurring rounds = new Recurring();

    LinkTidying(Links links, Storage storage, Clock clock) {
        this.links = links;
        this.storage = storage;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rounds.start(Duration.ZERO, INTERVAL, this::tidied);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.stop();
    }

    /** How many are gone. */
    Mono<Integer> tidied() {
        return storage.inTransaction(() -> links.dropOverSince(clock.instant().minus(KEPT)))
                .onErrorResume(
                        error -> {
                            LOG.warn(
                                    "Links that are over could not be forgotten ({}).",
                                    error.getClass().getName());
                            return Mono.empty();
                        });
    }
}
