package io.evenhand.grading.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingId;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Samples;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import io.evenhand.platform.TenantId;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GradingDeskTests {

    private static final Order ORDER = Office.order("It memorises the noise.");
    private static final Order KEYED = Office.withKey(ORDER, "key", "body");

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsAcceptedIsStoredAndHeldByThisInstance() {
        nobodyAnswers();

        Grading accepted = office.accept(ORDER);

        assertThat(office.stored(accepted)).isEqualTo(accepted);
        assertThat(accepted.status()).isEqualTo(GradingStatus.GRADING);
        assertThat(accepted.leaseUntil())
                .contains(accepted.createdAt().plus(Duration.ofSeconds(15)));
        assertThat(office.runs.count()).isEqualTo(1);
    }

    @Test
    void whoWaitsIsRefusedBeforeAnythingIsStoredWhenThereIsTooMuchWork() {
        nobodyAnswers();
        office.accept(ORDER);
        office.accept(ORDER);

        assertThatThrownBy(() -> office.accept(ORDER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ProblemCode.OVERLOADED);
                            assertThat(refusal.retryAfter()).isPresent();
                        });
        assertThat(office.gradings.size()).isEqualTo(2);
    }

    @Test
    void thereIsRoomUntilThereIsTooMuchWork() {
        nobodyAnswers();
        office.accept(ORDER);
        office.desk.demandRoom();
        office.accept(ORDER);

        assertThatThrownBy(office.desk::demandRoom)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.OVERLOADED));
    }

    @Test
    void whatNobodyWaitsForStaysQueuedWhenThereIsTooMuchWork() {
        nobodyAnswers();
        office.accept(ORDER);
        office.accept(ORDER);

        Grading queued = office.accept(Office.asynchronous(ORDER));

        assertThat(queued.status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(queued.attempt()).isZero();
        assertThat(office.desk.room()).isZero();
        assertThat(office.stored(queued)).isEqualTo(queued);
    }

    @Test
    void aRepeatedRequestGetsTheGradingOfTheFirst() {
        Grading first = office.grade(KEYED);

        Receipt again = office.desk.accept(KEYED).block(Office.PATIENCE);

        assertThat(again).isEqualTo(new Receipt.Replayed(office.stored(first)));
        assertThat(office.gradings.size()).isEqualTo(1);
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        office.grade(KEYED);

        assertRefused(
                Office.withKey(ORDER, "key", "another body"), ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void aRepeatedRequestIsRefusedWhileSomebodyWaitsForTheFirst() {
        nobodyAnswers();
        office.accept(KEYED);

        assertRefused(KEYED, ProblemCode.IDEMPOTENCY_IN_PROGRESS);
    }

    @Test
    void aRepeatedRequestThatNobodyWaitsForGetsWhatThereIs() {
        nobodyAnswers();
        Grading first = office.accept(Office.asynchronous(KEYED));

        assertThat(office.desk.accept(Office.asynchronous(KEYED)).block(Office.PATIENCE))
                .isEqualTo(new Receipt.Replayed(first));
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        Grading first = office.grade(KEYED);
        office.clock.advance(Duration.ofHours(24));

        Grading second = office.grade(Office.withKey(ORDER, "key", "another body"));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(office.gradings.size()).isEqualTo(2);
    }

    @Test
    void concurrentRepeatsAreOneGrading() {
        nobodyAnswers();
        Order keyed = Office.asynchronous(KEYED);

        long stored =
                Flux.range(0, 30)
                        .flatMap(i -> office.desk.accept(keyed), 30)
                        .map(receipt -> receipt.grading().id())
                        .distinct()
                        .count()
                        .block(Office.PATIENCE);

        assertThat(stored).isEqualTo(1);
        assertThat(office.runs.count()).isEqualTo(1);
    }

    @Test
    void whoWaitsTooLongGetsTheGradingAsItIs() {
        nobodyAnswers();
        Grading accepted = office.accept(ORDER);

        assertThat(office.desk.result(accepted, Duration.ZERO).block(Office.PATIENCE))
                .isEqualTo(accepted);
        assertThat(office.runs.count()).isEqualTo(1);
    }

    @Test
    void whoStopsWaitingDoesNotStopTheWork() {
        Sinks.One<Outcome> word = Sinks.one();
        office.model.will(assignment -> word.asMono());
        Grading accepted = office.accept(ORDER);
        office.desk.result(accepted, Office.PATIENCE).subscribe().dispose();
        Mono<Grading> result = office.desk.result(accepted, Office.PATIENCE);

        word.tryEmitValue(new Outcome.Busy());

        assertThat(result.block(Office.PATIENCE).status()).isEqualTo(GradingStatus.QUEUED);
    }

    @Test
    void gradesAgainByTodaysQuestion() {
        Grading first = office.grade(ORDER);
        office.model.will(assignment -> Mono.just(ScriptedGrader.allMet(assignment)));

        Grading claimed =
                office.desk
                        .regrade(first, Samples.submission("It memorises the noise."), "somebody")
                        .block(Office.PATIENCE);
        Grading again = office.desk.result(claimed, Office.PATIENCE).block(Office.PATIENCE);

        assertThat(claimed.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(claimed.retryAt()).as("due, should this instance die now").isPresent();
        assertThat(again.retryAt()).isEmpty();
        assertThat(again.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(again.revision()).isEqualTo(2);
        assertThat(office.gradings.events())
                .containsExactly(Event.ACCEPTED, Event.GRADED, Event.REGRADE_ASKED, Event.GRADED);
    }

    @Test
    void whatIsGradedIsNotCancelled() {
        Grading graded = office.grade(ORDER);

        assertThat(office.cancel(graded)).isNull();
        assertThat(office.stored(graded)).isEqualTo(graded);
    }

    @Test
    void nobodyCancelsForAnotherTenant() {
        nobodyAnswers();
        Grading accepted = office.accept(ORDER);

        Optional<Grading> cancelled =
                office.desk
                        .cancel(new TenantId("other"), accepted.id(), CancelReason.ON_REQUEST, "x")
                        .blockOptional(Office.PATIENCE);

        assertThat(cancelled).isEmpty();
        assertThat(office.runs.count()).isEqualTo(1);
    }

    @Test
    void manyAreCancelledInOneTransaction() {
        nobodyAnswers();
        office.accept(ORDER);
        office.accept(ORDER);
        Grading first = office.accept(Office.asynchronous(ORDER));
        Grading second = office.accept(Office.asynchronous(ORDER));
        int before = office.transactions.begun();

        cancel(second, first);

        assertThat(office.transactions.begun() - before).isEqualTo(1);
        assertThat(office.stored(first).status()).isEqualTo(GradingStatus.CANCELLED);
        assertThat(office.stored(second).status()).isEqualTo(GradingStatus.CANCELLED);
    }

    @Test
    void cancellingManyStopsTheirWorkAndKeepsWhatIsGraded() {
        Grading graded = office.grade(ORDER);
        nobodyAnswers();
        Grading running = office.accept(ORDER);

        cancel(graded, running);

        assertThat(office.stored(running).status()).isEqualTo(GradingStatus.CANCELLED);
        assertThat(office.stored(graded)).isEqualTo(graded);
        await().until(() -> office.runs.count() == 0);
    }

    private void cancel(Grading... gradings) {
        List<GradingId> ids = Stream.of(gradings).map(Grading::id).toList();
        office.desk
                .cancel(gradings[0].tenant(), ids, CancelReason.ON_REQUEST, "x")
                .block(Office.PATIENCE);
    }

    private void nobodyAnswers() {
        office.model.will(ignored -> Mono.never());
    }

    private void assertRefused(Order order, ProblemCode code) {
        assertThatThrownBy(() -> office.accept(order))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
