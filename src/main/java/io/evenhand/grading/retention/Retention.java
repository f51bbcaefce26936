package io.evenhand.grading.retention;

import io.evenhand.grading.work.ErasureDesk;
import io.evenhand.platform.Recurring;
import io.evenhand.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases what has been kept for as long as its tenant wants it kept. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final ErasureDesk desk;
    private final RetentionSettings settings;
    private final Clock clock;
    private final Recurring rounds = new Recurring();

    Retention(ErasureDesk desk, RetentionSettings settings, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rounds.start(Duration.ZERO, INTERVAL, this::kept);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        rounds.stop();
    }

    /** One tenant's trouble is not another's. */
    Mono<Void> kept() {
        return Flux.fromIterable(settings.retention().entrySet())
                .concatMap(entry -> erased(new TenantId(entry.getKey()), entry.getValue()))
                .then();
    }

    private Mono<Integer> erased(TenantId tenant, Duration retention) {
        return desk.createdBefore(tenant, clock.instant().minus(retention))
                .doOnNext(Retention::tell)
                .onErrorResume(
                        error -> {
                            LOG.warn(
                                    "Old texts could not be erased ({}); trying again later.",
                                    error.getClass().getName());
                            return Mono.empty();
                        });
    }

    private static void tell(int gradings) {
        if (gradings > 0) {
            LOG.info("The texts of {} gradings were erased, as retention asks.", gradings);
        }
    }
}
