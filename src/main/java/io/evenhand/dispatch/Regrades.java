package io.evenhand.dispatch;

import io.evenhand.grading.turns.Weights;
import io.evenhand.grading.work.GradingDesk;
import io.evenhand.grading.work.Ledger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has graded ones graded again where a better grade is wanted, no more at a time than one batch,
 * however slow the model is. Fairly between tenants, whoever had ten thousand answers in an outage.
 */
@Component
class Regrades {

    private static final Runnable NOTHING = () -> {};

    private final GradingDesk desk;
    private final Ledger ledger;
    private final DispatchSettings settings;
    private final Lanes lanes;

    Regrades(GradingDesk desk, Ledger ledger, DispatchSettings settings, Weights weights) {
        this.desk = desk;
        this.ledger = ledger;
        this.settings = settings;
        this.lanes =
                new Lanes(
                        desk,
                        weights,
                        (lane, most) -> ledger.claimDue(lane.tenant(), most, desk.lease()),
                        NOTHING);
    }

    Mono<Void> look() {
        int room =
                Math.min(desk.worthClaiming(settings.regradeBatch()) - lanes.count(), desk.room());
        return room <= 0 || !desk.modelIsReady()
                ? Mono.empty()
                : ledger.withDue().map(Lane::shuffled).flatMap(hungry -> lanes.fill(hungry, room));
    }
}
