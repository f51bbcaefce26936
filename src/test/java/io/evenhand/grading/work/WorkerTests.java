package io.evenhand.grading.work;

import static io.evenhand.support.ScriptedGrader.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.evenhand.grading.Assignment;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.HistoryEntry.Event;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.Usage;
import io.evenhand.question.Points;
import io.evenhand.support.ScriptedGrader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class WorkerTests {

    private static final String ANSWER = "It memorises the noise of the data.";

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aModelsJudgementIsAGrade() {
        modelSays(ScriptedGrader::allMet);

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(graded.revision()).isEqualTo(1);
        assertThat(graded.retryAt()).isEmpty();
        assertThat(grade(graded).grader().kind()).isEqualTo(GraderKind.LLM);
        assertThat(grade(graded).grader().model()).contains("test-model");
        assertThat(grade(graded).grader().attempts()).isEqualTo(1);
        assertThat(grade(graded).score()).isEqualTo(Points.of(6));
        assertThat(grade(graded).confidenceBasis().secondOpinion()).isPresent();
        assertThat(office.stored(graded)).isEqualTo(graded);
        assertThat(office.gradings.events()).containsExactly(Event.ACCEPTED, Event.GRADED);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAModelTheFallbacksGradeIsProvisionalAndSaysWhy(FallbackReason reason) {
        modelSays(
                ignored ->
                        new Outcome.Unavailable(
                                reason,
                                new Effort(3, 1, new Usage(9, 8, Optional.empty())),
                                Optional.empty()));

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(grade(graded).grader().kind()).isEqualTo(GraderKind.SEMANTIC);
        assertThat(grade(graded).grader().fallbackReason()).contains(reason);
        assertThat(grade(graded).grader().attempts()).isEqualTo(3);
        assertThat(grade(graded).usage().inputTokens()).isEqualTo(9);
        assertThat(graded.retryAt().isPresent())
                .isEqualTo(
                        reason != FallbackReason.CONTENT_REFUSED
                                && reason != FallbackReason.BUDGET_SPENT);
    }

    @Test
    void whatOnlyAModelCanGradeIsUngradedUntilThereIsOne() {
        modelSays(ignored -> unavailable(FallbackReason.CIRCUIT_OPEN));
        fallbackSays(new Outcome.Declined(UngradedReason.NEEDS_MODEL));

        Grading ungraded = office.grade(ANSWER);

        assertThat(ungraded.status()).isEqualTo(GradingStatus.UNGRADED);
        assertThat(ungraded.grade()).isEmpty();
        assertThat(ungraded.noGrade()).map(NoGrade::reason).contains(UngradedReason.NEEDS_MODEL);
        assertThat(ungraded.noGrade().orElseThrow().grader().fallbackReason())
                .contains(FallbackReason.CIRCUIT_OPEN);
        assertThat(ungraded.retryAt()).contains(inMillis(Duration.ofSeconds(10)));

        modelSays(ScriptedGrader::allMet);
        assertThat(office.resume(ungraded).status()).isEqualTo(GradingStatus.GRADED);
    }

    @Test
    void whatTheModelDeclinesIsUngradedForGood() {
        modelSays(ignored -> new Outcome.Declined(UngradedReason.LANGUAGE_NOT_SUPPORTED));

        Grading ungraded = office.grade(ANSWER);

        assertThat(ungraded.noGrade())
                .map(NoGrade::reason)
                .contains(UngradedReason.LANGUAGE_NOT_SUPPORTED);
        assertThat(ungraded.retryAt()).isEmpty();
    }

    @Test
    void whatNobodyHadTimeForGoesBackToTheQueue() {
        modelSays(ignored -> unavailable(FallbackReason.OVERLOADED));
        fallbackSays(new Outcome.Busy());

        Grading queued = office.grade(ANSWER);

        assertThat(queued.status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(queued.leaseUntil()).isEmpty();
        assertThat(queued.retryAt()).contains(inMillis(Duration.ofSeconds(10)));
        assertThat(office.fallback.calls()).isEqualTo(2);
        assertThat(office.gradings.events()).containsExactly(Event.ACCEPTED, Event.RELEASED);
    }

    @Test
    void aBusyModelSendsTheAnswerBackToTheQueue() {
        modelSays(ignored -> new Outcome.Busy());

        assertThat(office.grade(ANSWER).status()).isEqualTo(GradingStatus.QUEUED);
    }

    @Test
    void queuedWorkWaitsAsLongAsTheProviderAsksAndWaitingClientsDoNot() {
        Instant retryAt = inMillis(Duration.ofHours(2));
        modelSays(
                ignored ->
                        new Outcome.Unavailable(
                                FallbackReason.DEADLINE, Effort.NONE, Optional.of(retryAt)));

        assertThat(office.grade(ANSWER).status()).isEqualTo(GradingStatus.PROVISIONAL);
        Grading queued = office.grade(Office.asynchronous(Office.order(ANSWER)));
        assertThat(queued.status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(queued.retryAt()).contains(retryAt);
    }

    @Test
    void aModelsGradeTakesThePlaceOfTheFallbacks() {
        Grading provisional = office.grade(ANSWER);
        modelSays(ScriptedGrader::allMet);

        Grading graded = office.resume(provisional);

        assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(graded.revision()).isEqualTo(2);
        assertThat(graded.retryAt()).isEmpty();
    }

    @Test
    void theFallbackNeverTakesThePlaceOfAModelsGrade() {
        modelSays(ScriptedGrader::allMet);
        Grading graded = office.grade(ANSWER);
        modelSays(ignored -> unavailable(FallbackReason.CIRCUIT_OPEN));

        Grading again = office.resume(graded);

        assertThat(again.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(again.grade()).isEqualTo(graded.grade());
        assertThat(again.revision()).isEqualTo(1);
        assertThat(again.leaseUntil()).isEmpty();
        assertThat(again.retryAt()).isPresent();
    }

    @Test
    void triesAgainAtGrowingIntervalsUpToTheLongest() {
        Grading grading = office.grade(ANSWER);
        assertThat(grading.retryAt()).contains(inMillis(Duration.ofSeconds(10)));
        grading = office.resume(grading);
        assertThat(grading.retryAt()).contains(inMillis(Duration.ofSeconds(20)));
        grading = office.resume(grading);
        assertThat(grading.retryAt()).contains(inMillis(Duration.ofSeconds(40)));
        grading = office.resume(grading);
        assertThat(grading.retryAt()).contains(inMillis(Duration.ofMinutes(1)));
        assertThat(grading.status()).isEqualTo(GradingStatus.PROVISIONAL);
    }

    @Test
    void aRefusedAnswerIsNotSentAgain() {
        Grading provisional = office.grade(ANSWER);
        modelSays(ignored -> unavailable(FallbackReason.CONTENT_REFUSED));

        Grading kept = office.resume(provisional);

        assertThat(kept.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(kept.grade()).isEqualTo(provisional.grade());
        assertThat(kept.retryAt()).isEmpty();
        assertThat(kept.leaseUntil()).isEmpty();
    }

    @Test
    void aModelThatCanTellNothingIsNotAskedAgainAndTakesNoGradeAway() {
        Grading provisional = office.grade(ANSWER);
        modelSays(ignored -> new Outcome.Declined(UngradedReason.LANGUAGE_NOT_SUPPORTED));

        Grading kept = office.resume(provisional);

        assertThat(kept.grade()).isEqualTo(provisional.grade());
        assertThat(kept.retryAt()).isEmpty();
    }

    @Test
    void whatNeverComesToAResultIsGivenUp() {
        modelSays(BROKEN);
        Grading grading = office.grade(ANSWER);
        grading = office.resume(grading);
        grading = office.resume(grading);
        assertThat(grading.status()).isEqualTo(GradingStatus.QUEUED);

        grading = office.resume(grading);

        assertThat(grading.status()).isEqualTo(GradingStatus.UNGRADED);
        assertThat(grading.noGrade())
                .map(NoGrade::reason)
                .contains(UngradedReason.ATTEMPTS_EXHAUSTED);
        assertThat(grading.retryAt()).isEmpty();
        assertThat(office.model.calls()).isEqualTo(3);
    }

    @Test
    void whatNobodyHadTimeForIsNeverGivenUp() {
        modelSays(ignored -> new Outcome.Busy());
        Grading grading = office.grade(ANSWER);
        for (int i = 0; i < 5; i++) {
            grading = office.resume(grading);
        }

        assertThat(grading.status()).isEqualTo(GradingStatus.QUEUED);
    }

    @Test
    void aModelThatBreaksLeavesTheFallbacksGrade() {
        office.model.will(ignored -> Mono.error(new IllegalStateException()));

        Grading provisional = office.grade(ANSWER);

        assertThat(provisional.status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(grade(provisional).grader().fallbackReason())
                .contains(FallbackReason.MODELS_EXHAUSTED);
    }

    @Test
    void aStackThatOverflowsIsAnOrdinaryFailure() {
        assertThatThrownBy(
                        () ->
                                Contained.call(
                                        () -> {
                                            throw new StackOverflowError();
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("java.lang.StackOverflowError");
    }

    @Test
    void aGradeIsStoredAsSoonAsTheDatabaseIsBack() {
        office.gradings.failMoves(2);

        assertThat(office.grade(ANSWER).status()).isEqualTo(GradingStatus.PROVISIONAL);
    }

    @Test
    void aFaultOfOursSendsTheAnswerBackAndKeepsItOutOfTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Worker.class);
        logger.addAppender(log);
        modelSays(BROKEN);

        Grading queued = office.grade(ANSWER);
        logger.detachAppender(log);

        assertThat(queued.status()).isEqualTo(GradingStatus.QUEUED);
        assertThat(queued.retryAt()).isPresent();
        assertThat(log.list)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.getFormattedMessage())
                                    .contains(queued.id().value(), "NullPointerException")
                                    .doesNotContain("memorises");
                            assertThat(event.getThrowableProxy()).isNull();
                        });
    }

    @Test
    void aFallbackThatBreaksDoesNotHarmTheModelsGrade() {
        modelSays(ScriptedGrader::allMet);
        office.fallback.will(ignored -> Mono.error(new IllegalStateException()));

        Grading graded = office.grade(ANSWER);

        assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(grade(graded).confidenceBasis().secondOpinion()).isEmpty();
    }

    @Test
    void aSecondOpinionIsLeftOutWhereThereIsNone() {
        modelSays(ScriptedGrader::allMet);
        for (Outcome none :
                List.of(
                        new Outcome.Busy(),
                        new Outcome.Declined(UngradedReason.NEEDS_MODEL),
                        unavailable(FallbackReason.OVERLOADED))) {
            fallbackSays(none);
            Grading graded = office.grade(ANSWER);

            assertThat(graded.status()).isEqualTo(GradingStatus.GRADED);
            assertThat(grade(graded).confidenceBasis().secondOpinion()).isEmpty();
        }
        assertThat(office.fallback.calls()).isEqualTo(3);
    }

    @Test
    void aStaleAttemptsResultIsDropped() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Sinks.One<Outcome> word = Sinks.one();
        AtomicReference<Assignment> given = new AtomicReference<>();
        office.model.will(
                assignment -> {
                    given.set(assignment);
                    asked.countDown();
                    return word.asMono();
                });
        Grading accepted = office.accept(Office.order(ANSWER));
        Mono<Grading> first = office.desk.result(accepted, Office.PATIENCE).cache();
        first.subscribe();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        office.model.will(ignored -> Mono.just(unavailable(FallbackReason.CIRCUIT_OPEN)));
        Grading taken = office.resume(accepted);

        word.tryEmitValue(ScriptedGrader.allMet(given.get()));

        assertThat(first.block(Office.PATIENCE)).isEqualTo(taken);
        assertThat(office.stored(accepted).status()).isEqualTo(GradingStatus.PROVISIONAL);
        assertThat(office.stored(accepted).revision()).isEqualTo(1);
    }

    @Test
    void aClientThatGoesAwayEndsTheCallAndCancels() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        office.model.will(
                ignored ->
                        Mono.<Outcome>never()
                                .doOnSubscribe(s -> asked.countDown())
                                .doOnCancel(ended::countDown));
        Grading accepted = office.accept(Office.order(ANSWER));
        Mono<Grading> result = office.desk.result(accepted, Office.PATIENCE).cache();
        result.subscribe();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        Grading cancelled = office.cancel(accepted);

        assertThat(cancelled.status()).isEqualTo(GradingStatus.CANCELLED);
        assertThat(cancelled.cancelReason()).contains(CancelReason.CLIENT_GONE);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(result.block(Office.PATIENCE)).isEqualTo(cancelled);
        assertThat(office.gradings.events()).containsExactly(Event.ACCEPTED, Event.CANCELLED);
    }

    @Test
    void nobodyWaitsForeverForAGradingThatWasErased() {
        Sinks.One<Outcome> word = Sinks.one();
        office.model.will(ignored -> word.asMono());
        Grading accepted = office.accept(Office.order(ANSWER));
        Mono<Grading> result = office.runs.of(accepted.id()).orElseThrow().done();
        office.gradings.erase(accepted.id());

        word.tryEmitValue(unavailable(FallbackReason.CIRCUIT_OPEN));

        assertThat(result.blockOptional(Office.PATIENCE)).isEmpty();
    }

    @Test
    void aBrokenStoreEndsTheRunWithItsError() {
        Sinks.One<Outcome> word = Sinks.one();
        office.model.will(ignored -> word.asMono());
        Grading accepted = office.accept(Office.order(ANSWER));
        Mono<Grading> result = office.runs.of(accepted.id()).orElseThrow().done();
        office.gradings.breakDown();

        word.tryEmitValue(unavailable(FallbackReason.CIRCUIT_OPEN));

        assertThat(result.materialize().block(Office.PATIENCE).getThrowable())
                .isInstanceOf(IllegalStateException.class);
    }

    /** A judgement that is none, which breaks whoever reads it. */
    private static final Function<Assignment, Outcome> BROKEN =
            ignored -> new Outcome.Judged(null, Effort.NONE);

    @Test
    void whatIsRedoneAfterAFallbackIsGivenWhatWasSaidOfTheSame() {
        modelSays(ignored -> unavailable(FallbackReason.MODELS_EXHAUSTED));
        Grading provisional = office.grade(ANSWER);
        office.model.willGoOnWith(a -> Mono.just(ScriptedGrader.allMet(a)));
        office.grade(ANSWER);
        int calls = office.model.calls();

        Grading redone = office.resume(provisional);

        assertThat(redone.status()).isEqualTo(GradingStatus.GRADED);
        assertThat(redone.grade().orElseThrow().grader().cached()).isTrue();
        assertThat(office.model.calls()).isEqualTo(calls);
    }

    @Test
    void whatAClientWantsGradedAgainIsAskedAnewEvenLaterAndAfterAFallback() {
        modelSays(ignored -> unavailable(FallbackReason.MODELS_EXHAUSTED));
        Grading provisional = office.grade(ANSWER);
        office.gradings.move(
                provisional.tenant(),
                provisional.id(),
                Optional.empty(),
                Event.REGRADE_ASKED,
                "somebody",
                g -> g.resubmitted(g.submission(), office.clock.instant()));
        Grading inVain = office.resume(provisional);
        office.model.willGoOnWith(a -> Mono.just(ScriptedGrader.allMet(a)));
        office.grade(ANSWER);
        int calls = office.model.calls();

        Grading redone = office.resume(inVain);

        assertThat(inVain.anew()).isTrue();
        assertThat(redone.grade().orElseThrow().grader().cached()).isFalse();
        assertThat(redone.anew()).isFalse();
        assertThat(office.model.calls()).isEqualTo(calls + 1);
    }

    private void modelSays(Function<Assignment, Outcome> word) {
        office.model.will(assignment -> Mono.just(word.apply(assignment)));
    }

    private void fallbackSays(Outcome word) {
        office.fallback.will(ignored -> Mono.just(word));
    }

    private Instant inMillis(Duration fromNow) {
        return office.clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(fromNow);
    }

    private static Grade grade(Grading grading) {
        return grading.grade().orElseThrow();
    }
}
