package io.evenhand.grading.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.ModelUsed;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Spent;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.Usage;
import io.evenhand.support.ScriptedGrader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** No model is asked where money is spent, and whatever one took is told. */
class SpendingTests {

    private static final String ANSWER = "It memorises the noise of the data.";
    private static final Usage USED =
            new Usage(9, 8, Optional.of(new Cost(new BigDecimal("0.5"), "USD")));

    private final Office office = new Office();
    private final Instant later = office.clock.instant().plus(Duration.ofDays(20));

    @BeforeEach
    void model() {
        modelSays(ScriptedGrader::allMet);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whereMoneyIsSpentForGoodTheFallbacksGradeStays() {
        office.spent = Optional.of(Spent.FOR_GOOD);

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(reason(graded)).contains(FallbackReason.BUDGET_SPENT);
        assertThat(graded.retryAt()).isEmpty();
        assertThat(office.model.calls()).isZero();
    }

    @Test
    void whereThereIsMoneyAgainLaterItIsGradedAgainThen() {
        office.spent = untilLater();

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(reason(graded)).contains(FallbackReason.BUDGET_SPENT);
        assertThat(graded.retryAt()).contains(later);
        office.spent = Optional.empty();
        assertThat(office.resume(graded).status()).isEqualTo(GradingStatus.GRADED);
    }

    @Test
    void whatNobodyWaitsForGetsItsProvisionalGradeToo() {
        office.spent = untilLater();

        Grading graded = office.grade(Office.asynchronous(Office.order(ANSWER)));

        assertThat(graded.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(graded.retryAt()).contains(later);
    }

    @Test
    void whatOnlyAModelCanGradeWaitsForTheMoney() {
        office.spent = untilLater();
        office.fallback.will(
                ignored -> Mono.just(new Outcome.Declined(UngradedReason.NEEDS_MODEL)));

        Grading ungraded = office.grade(ANSWER);

        assertThat(ungraded.noGrade()).map(NoGrade::reason).contains(UngradedReason.NEEDS_MODEL);
        assertThat(ungraded.retryAt()).contains(later);
    }

    @Test
    void aGradeThatIsThereIsKeptUntilThereIsMoney() {
        modelSays(ignored -> unavailable(FallbackReason.CIRCUIT_OPEN, Optional.empty()));
        Grading provisional = office.grade(ANSWER);
        office.spent = untilLater();

        Grading kept = office.resume(provisional);

        assertThat(kept.grade()).isEqualTo(provisional.grade());
        assertThat(kept.retryAt()).contains(later);
    }

    @Test
    void aRefusalOfContentIsFinalWhateverElseIsSaid() {
        modelSays(ignored -> unavailable(FallbackReason.CONTENT_REFUSED, Optional.of(later)));

        assertThat(office.grade(ANSWER).retryAt()).isEmpty();
    }

    @Test
    void tellsWhatAFallbackCostBeforeItWasOne() {
        modelSays(ignored -> unavailable(FallbackReason.MODELS_EXHAUSTED, Optional.empty()));

        office.grade(ANSWER);

        assertThat(office.used).containsExactly(new ModelUsed(Samples.TENANT, USED));
    }

    @Test
    void tellsWhatAnAttemptTookThatWasLetGo() {
        modelSays(ignored -> unavailable(FallbackReason.MODELS_EXHAUSTED, Optional.of(later)));

        Grading queued = office.grade(Office.asynchronous(Office.order(ANSWER)));

        assertThat(queued.status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(office.used).containsExactly(new ModelUsed(Samples.TENANT, USED));
    }

    @Test
    void tellsWhatAnAttemptTookThatAGradeWasKeptFrom() {
        modelSays(ignored -> unavailable(FallbackReason.CIRCUIT_OPEN, Optional.empty()));
        Grading provisional = office.grade(ANSWER);

        office.resume(provisional);

        assertThat(office.used).hasSize(2);
    }

    @Test
    void tellsWhatAResultTookThatCameTooLate() {
        modelSays(
                assignment -> {
                    office.gradings.move(
                            Samples.TENANT,
                            assignment.id(),
                            Optional.empty(),
                            Event.CLAIMED,
                            "another",
                            g -> g.claimed(later));
                    return unavailable(FallbackReason.MODELS_EXHAUSTED, Optional.empty());
                });

        Grading held = office.grade(ANSWER);

        assertThat(held.status()).isEqualTo(GradingStatus.GRADING);
        assertThat(office.used).containsExactly(new ModelUsed(Samples.TENANT, USED));
    }

    @Test
    void tellsNothingWhereNoModelWorked() {
        office.grade(" ");
        office.spent = Optional.of(Spent.FOR_GOOD);
        office.grade(ANSWER);

        assertThat(office.used).isEmpty();
    }

    private Optional<Spent> untilLater() {
        return Optional.of(new Spent(Optional.of(later)));
    }

    private static Outcome unavailable(FallbackReason reason, Optional<Instant> retryAt) {
        return new Outcome.Unavailable(reason, new Effort(1, 0, USED), retryAt);
    }

    private void modelSays(Function<Assignment, Outcome> outcome) {
        office.model.will(assignment -> Mono.just(outcome.apply(assignment)));
    }

    private static Optional<FallbackReason> reason(Grading grading) {
        return grading.grade().map(Grade::grader).flatMap(grader -> grader.fallbackReason());
    }
}
