package io.evenhand.grading.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Outcome;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An instance that stops holds nothing when it has stopped. */
class ClosingTimeTests {

    private static final Order ORDER = Office.order("It memorises the noise.");

    private final Office office = new Office();
    private final ClosingTime closing = new ClosingTime(office.runs, office.ledger);
    private final Sinks.One<Outcome> word = Sinks.one();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatRunsMayEnd() {
        Grading accepted = accepted();
        Mono<Grading> result = office.desk.result(accepted, Office.PATIENCE);
        CompletableFuture<Void> closed = closing.come(Office.PATIENCE).toFuture();
        assertThat(closed).isNotDone();

        word.tryEmitValue(new Outcome.Busy());

        closed.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(result.block(Office.PATIENCE).status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(office.gradings.events()).containsExactly(Event.ACCEPTED, Event.RELEASED);
    }

    @Test
    void nothingComesInOnceReadinessIsDown() {
        closing.refuse(readiness(ReadinessState.ACCEPTING_TRAFFIC));
        assertThat(accepted().status()).isEqualTo(GradingStatus.GRADING);

        closing.refuse(readiness(ReadinessState.REFUSING_TRAFFIC));

        assertThatThrownBy(() -> office.desk.accept(ORDER).block(Office.PATIENCE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.OVERLOADED));
    }

    private AvailabilityChangeEvent<ReadinessState> readiness(ReadinessState state) {
        return new AvailabilityChangeEvent<>(this, state);
    }

    @Test
    void whatDoesNotEndInTimeIsThereForOthersAtOnce() {
        Grading accepted = accepted();
        Mono<Grading> result = office.desk.result(accepted, Office.PATIENCE);

        closing.come(Duration.ofMillis(10)).block(Office.PATIENCE);

        Grading released = result.block(Office.PATIENCE);
        assertThat(released).isEqualTo(office.stored(accepted));
        assertThat(released.status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(released.leaseUntil()).isEmpty();
        assertThat(released.retryAt())
                .contains(office.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        assertThat(released.strikes()).as("a stop is no fault of the answer").isZero();
        assertThat(office.runs.count()).isZero();
    }

    @Test
    void whatSomebodyElseHasTakenIsNotLetGo() {
        Grading accepted = accepted();
        Grading taken =
                office.gradings
                        .move(
                                accepted.tenant(),
                                accepted.id(),
                                Optional.empty(),
                                Event.CLAIMED,
                                "another instance",
                                g -> g.claimed(office.clock.instant().plusSeconds(9)))
                        .orElseThrow();

        closing.come(Duration.ZERO).block(Office.PATIENCE);

        assertThat(office.stored(accepted)).isEqualTo(taken);
    }

    @Test
    void nothingIsBegunAnyMore() {
        closing.come(Duration.ZERO).block(Office.PATIENCE);

        assertThatThrownBy(() -> office.accept(ORDER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ProblemCode.OVERLOADED);
                            assertThat(refusal.retryAfter()).isPresent();
                        });
        assertThat(office.gradings.size()).isZero();
        assertThat(office.accept(Office.asynchronous(ORDER)).status())
                .isEqualTo(GradingStatus.QUEUED);
        assertThat(office.desk.room()).isZero();
    }

    @Test
    void whoWaitsForAChangeIsToldHowThingsStand() {
        Grading accepted = accepted();
        CompletableFuture<Grading> waiting =
                office.desk.settled(accepted, Office.PATIENCE.multipliedBy(9)).toFuture();

        closing.come(Duration.ZERO).block(Office.PATIENCE);

        // long before the time is over; it may have been looked at before or after it was let go
        Grading told = waiting.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(told.id()).isEqualTo(accepted.id());
        assertThat(told.status().isOpen()).isTrue();
    }

    private Grading accepted() {
        office.model.will(assignment -> word.asMono());
        office.fallback.will(assignment -> Mono.just(new Outcome.Busy()));
        return office.accept(ORDER);
    }
}
