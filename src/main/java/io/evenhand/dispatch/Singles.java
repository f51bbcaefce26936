package io.evenhand.dispatch;

import io.evenhand.grading.turns.Weights;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Ledger;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes up gradings that came in no batch and that nobody works on: queued for want of room, or
 * left behind by a crash. Fairly between tenants, whoever queued a hundred thousand.
 */
@Component
class Singles {

    private static final Runnable NOTHING = () -> {};

    private final GradingDesk desk;
    private final Ledger ledger;
    private final DispatchSettings settings;
    private final Lanes lanes;
    private final AtomicBoolean looking = new AtomicBoolean();

    Singles(GradingDesk desk, Ledger ledger, DispatchSettings settings, Weights weights) {
        this.desk = desk;
        this.ledger = ledger;
        this.settings = settings;
        this.lanes =
                new Lanes(
                        desk,
                        weights,
                        (lane, most) -> ledger.claimAbandoned(lane.tenant(), most, desk.lease()),
                        NOTHING);
    }

    /** Nothing if a look is under way already, which would fill the same room. */
    Mono<Void> look() {
        return Mono.defer(
                () ->
                        looking.compareAndSet(false, true)
                                ? fill().doFinally(signal -> looking.set(false))
                                : Mono.empty());
    }

    private Mono<Void> fill() {
        int room = Math.min(settings.batch(), desk.room());
        return room == 0
                ? Mono.empty()
                : ledger.withAbandoned()
                        .map(Lane::shuffled)
                        .flatMap(hungry -> lanes.fill(hungry, room));
    }
}
