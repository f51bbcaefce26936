package io.evenhand.grading.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Outcome;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What is worked on stays held, and what somebody else has taken is let be. */
class HeartbeatTests {

    private static final Order ORDER = Office.asynchronous(Office.order("It memorises the noise."));

    private final Office office = new Office();
    private final Duration lease = office.settings.lease();
    private final Heartbeat heart =
            new Heartbeat(office.runs, office.ledger, office.settings, office.clock);
    private final Sinks.One<Outcome> word = Sinks.one();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void workOutlivesManyLeases() {
        Grading accepted = accepted();
        for (int i = 0; i < 12; i++) {
            office.clock.advance(lease.dividedBy(3));
            heart.beat().block(Office.PATIENCE);

            assertThat(office.stored(accepted).leaseUntil())
                    .contains(office.clock.instant().plus(lease));
        }
        Mono<Grading> result = office.desk.result(accepted, Office.PATIENCE);

        word.tryEmitValue(new Outcome.Busy());

        assertThat(result.block(Office.PATIENCE).attempt()).isEqualTo(1);
    }

    @Test
    void workThatSomebodyElseHasTakenIsStopped() {
        Grading accepted = accepted();
        office.clock.advance(lease.multipliedBy(2));
        Grading taken =
                office.gradings
                        .move(
                                accepted.tenant(),
                                accepted.id(),
                                Optional.empty(),
                                Event.CLAIMED,
                                "another instance",
                                g -> g.claimed(office.clock.instant().plus(lease)))
                        .orElseThrow();
        Mono<Grading> result = office.desk.result(accepted, Office.PATIENCE);

        heart.beat().block(Office.PATIENCE);

        assertThat(result.block(Office.PATIENCE)).isEqualTo(taken);
        assertThat(cancelled).as("the call to the model").isTrue();
        assertThat(office.stored(accepted)).isEqualTo(taken);
    }

    @Test
    void workThatIsLongPastItsTimeIsHeldNoMore() {
        Grading accepted = accepted();
        office.clock.advance(Office.DEADLINE.plus(Runs.STORING));

        heart.beat().block(Office.PATIENCE);

        assertThat(office.stored(accepted).leaseUntil()).isEqualTo(accepted.leaseUntil());
        assertThat(office.stored(accepted).isHeldAt(office.clock.instant())).isFalse();
        assertThat(office.stored(accepted).status()).isEqualTo(GradingStatus.GRADING);
    }

    private Grading accepted() {
        office.model.will(assignment -> word.asMono().doOnCancel(() -> cancelled.set(true)));
        office.fallback.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));
        return office.accept(ORDER);
    }
}
