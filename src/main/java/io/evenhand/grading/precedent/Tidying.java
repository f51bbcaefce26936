package io.evenhand.grading.precedent;

import io.evenhand.grading.Precedents;
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

/** Clears away what has expired, from time to time. */
@Component
class Tidying {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Precedents precedents;
    private final Storage storage;
    private final PrecedentSettings settings;
    private final Clock clock;
    private final Recurring rounds = new Recurring();

    Tidying(Precedents precedents, Storage storage, PrecedentSettings settings, Clock clock) {
        this.precedents = precedents;
        this.storage = storage;
        this.settings = settings;
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

    /** Where nothing is to be kept, nothing stays that was kept before. */
    Mono<Integer> tidied() {
        int most = settings.keeps() ? settings.rows() : 0;
        return storage.inTransaction(() -> precedents.tidy(clock.instant(), most))
                .onErrorResume(
                        error -> {
                            LOG.warn(
                                    "Precedents could not be tidied ({}).",
                                    error.getClass().getName());
                            return Mono.empty();
                        });
    }
}
