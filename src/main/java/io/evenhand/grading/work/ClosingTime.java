package io.evenhand.grading.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end of an instance's work, after which it holds nothing. */
@Component
public class ClosingTime {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingTime.class);

    private final Runs runs;
    private final Ledger ledger;

    ClosingTime(Runs runs, Ledger ledger) {
        this.runs = runs;
        this.ledger = ledger;
    }

    /**
     * Nothing new comes in from the moment on at which this instance says that it is not ready,
     * which it says before its looks into the store have ended.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void refuse(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.REFUSING_TRAFFIC) {
            runs.close();
        }
    }

    /**
     * Begins nothing more, and ends when nothing runs: what is not done within the time is let go,
     * so that another instance takes it up at once.
     */
    public Mono<Void> come(Duration within) {
        return Mono.defer(
                () -> {
                    runs.close();
                    return runs.idle()
                            .timeout(within, Mono.defer(this::letGo))
                            .doFinally(signal -> ledger.waitNoMore());
                });
    }

    private Mono<Void> letGo() {
        LOG.info("Letting go of {} gradings that are not done.", runs.count());
        runs.letGo();
        return runs.idle();
    }
}
