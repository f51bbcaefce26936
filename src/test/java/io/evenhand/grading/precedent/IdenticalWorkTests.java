package io.evenhand.grading.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenhand.grading.turns.Urgency;
import io.evenhand.grading.Assignment;
import io.evenhand.grading.Cost;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Usage;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.evenhand.question.RubricSource;
import io.evenhand.support.NoTransactions;
import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class IdenticalWorkTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Usage PAID =
            new Usage(9, 8, Optional.of(new Cost(new BigDecimal("0.01"), "EUR")));
    private static final Usage NOTHING =
            new Usage(0, 0, Optional.of(new Cost(BigDecimal.ZERO, "EUR")));

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final PrecedentsInMemory precedents = new PrecedentsInMemory();
    private final Storage storage = new Storage(new NoTransactions());
    private final ScriptedGrader model = new ScriptedGrader(GraderKind.LLM);
    private final IdenticalWork identical = instance(CourtRoom.SETTINGS);

    @BeforeEach
    void meetEverything() {
        model.will(assignment -> Mono.just(paid(ScriptedGrader.allMet(assignment))));
    }

    @AfterEach
    void close() {
        storage.destroy();
    }

    @Test
    void whatComesWhileACallIsInFlightSharesIt() {
        Held held = held();
        List<CompletableFuture<Outcome>> all =
                IntStream.range(0, 20).mapToObj(i -> asked(answered("It fits noise."))).toList();
        held.begun();

        held.end();

        List<Outcome> outcomes = all.stream().map(CompletableFuture::join).toList();
        assertThat(model.calls()).isEqualTo(1);
        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Judged.class,
                        judged -> assertThat(judged.effort()).isEqualTo(new Effort(2, 1, PAID)));
        assertThat(outcomes.subList(1, 20))
                .allSatisfy(
                        outcome ->
                                assertThat(effort(outcome)).isEqualTo(new Effort(0, 1, NOTHING)));
        assertThat(counted("miss")).isEqualTo(1);
        assertThat(counted("shared")).isEqualTo(19);
    }

    @Test
    void whatComesLaterIsGivenWhatWasSaid() {
        Outcome first = judged(answered("It fits noise."));
        Outcome second = judged(answered("It fits noise."));

        assertThat(model.calls()).isEqualTo(1);
        assertThat(second).isEqualTo(Outcome.Reused.of((Outcome.Judged) first));
        assertThat(counted("hit")).isEqualTo(1);
        assertThat(judged(answered("It fits noise!"))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void noTenantIsGivenWhatWasSaidToAnother() {
        Held held = held();
        CompletableFuture<Outcome> ours = asked(answered("It fits noise."));
        held.begun();
        CompletableFuture<Outcome> theirs = asked(ofOther(answered("It fits noise.")));
        held.begunTimes(2);
        held.end();

        assertThat(ours.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(theirs.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(precedents.size()).isEqualTo(2);
        assertThat(judged(ofOther(answered("It fits noise.")))).isInstanceOf(Outcome.Reused.class);
    }

    @Test
    void aCallGoesOnForTheLastThatWaitsWhoThenPaysForIt() {
        Held held = held();
        Disposable first = identical.judged(model, answered("Noise."), ask("Noise.")).subscribe();
        held.begun();
        Disposable second = identical.judged(model, answered("Noise."), ask("Noise.")).subscribe();
        CompletableFuture<Outcome> third = asked(answered("Noise."));
        first.dispose();
        second.dispose();

        assertThat(held.cancelled.getCount()).isEqualTo(1);
        held.end();

        assertThat(effort(third.join())).isEqualTo(new Effort(2, 1, PAID));
        assertThat(third.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void aCallThatNobodyWaitsForIsCancelledAndTheNextIsANewOne() throws Exception {
        Held held = held();
        Disposable first = identical.judged(model, answered("Noise."), ask("Noise.")).subscribe();
        held.begun();
        Disposable second = identical.judged(model, answered("Noise."), ask("Noise.")).subscribe();
        first.dispose();
        second.dispose();

        assertThat(held.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Outcome> next = asked(answered("Noise."));
        held.begunTimes(2);
        held.end();
        assertThat(next.join()).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void whoHasLessTimeIsNotHeldBeyondIt() {
        Held held = held();
        CompletableFuture<Outcome> patient = asked(answered("Noise."));
        held.begun();
        Assignment hasty =
                answered("Noise.").withDeadline(clock.instant().plus(Duration.ofMillis(200)));

        assertThat(judged(hasty))
                .isEqualTo(
                        new Outcome.Unavailable(
                                FallbackReason.DEADLINE, Effort.NONE, Optional.empty()));
        held.end();
        assertThat(patient.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(model.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEADLINE", "OVERLOADED"})
    void wantOfTimeOfTheFirstIsNotThatOfTheOthers(FallbackReason reason) {
        Sinks.One<Outcome> hasty = Sinks.one();
        Held held = held(hasty.asMono());
        Assignment first =
                answered("Noise.").withDeadline(clock.instant().plus(Duration.ofSeconds(10)));
        CompletableFuture<Outcome> late = asked(first);
        held.begun();
        List<CompletableFuture<Outcome>> others =
                IntStream.range(0, 5).mapToObj(i -> asked(answered("Noise."))).toList();

        Effort tried = new Effort(3, 0, PAID);
        hasty.tryEmitValue(new Outcome.Unavailable(reason, tried, Optional.empty()));

        assertThat(effort(late.join())).isEqualTo(tried);
        held.begunTimes(2);
        held.end();
        List<Outcome> outcomes = others.stream().map(CompletableFuture::join).toList();
        assertThat(outcomes).filteredOn(Outcome.Judged.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Reused.class::isInstance).hasSize(4);
        assertThat(model.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "MODELS_EXHAUSTED",
                "CIRCUIT_OPEN",
                "CONTENT_REFUSED",
                "DEADLINE",
                "OVERLOADED"
            })
    void aFailureThatWouldBeEverybodysIsToldToAllAndPaidOnce(FallbackReason reason) {
        Sinks.One<Outcome> failing = Sinks.one();
        Held held = held(failing.asMono());
        CompletableFuture<Outcome> first = asked(answered("Noise."));
        held.begun();
        CompletableFuture<Outcome> second = asked(answered("Noise."));

        Effort tried = new Effort(3, 0, PAID);
        failing.tryEmitValue(new Outcome.Unavailable(reason, tried, Optional.empty()));

        assertThat(first.join())
                .isEqualTo(new Outcome.Unavailable(reason, tried, Optional.empty()));
        assertThat(second.join())
                .isEqualTo(new Outcome.Unavailable(reason, Effort.NONE, Optional.empty()));
        assertThat(model.calls()).isEqualTo(1);
        assertThat(precedents.size()).isZero();
    }

    @Test
    void whoHasTheTimeThatAProviderAskedForWaitsItself() {
        Sinks.One<Outcome> throttled = Sinks.one();
        Held held = held(throttled.asMono());
        Instant now = clock.instant();
        CompletableFuture<Outcome> first =
                asked(answered("Noise.").withDeadline(now.plus(Duration.ofSeconds(10))));
        held.begun();
        CompletableFuture<Outcome> shorter =
                asked(answered("Noise.").withDeadline(now.plus(Duration.ofSeconds(20))));
        CompletableFuture<Outcome> longer = asked(answered("Noise."));

        Optional<Instant> retryAt = Optional.of(now.plus(Duration.ofSeconds(30)));
        throttled.tryEmitValue(
                new Outcome.Unavailable(FallbackReason.MODELS_EXHAUSTED, Effort.NONE, retryAt));

        assertThat(shorter.join()).isEqualTo(first.join());
        held.begunTimes(2);
        held.end();
        assertThat(longer.join()).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void askedAnewItSharesNothingAndReplacesWhatWasSaid() {
        judged(answered("Noise."));
        Assignment again = answered("Noise.");
        model.willGoOnWith(assignment -> Mono.just(paid(ScriptedGrader.silent(assignment, "gap"))));

        Outcome anew = identical.judgedAnew(model, again, model.grade(again)).block(PATIENCE);

        assertThat(anew).isInstanceOf(Outcome.Judged.class);
        assertThat(model.calls()).isEqualTo(2);
        assertThat(judged(answered("Noise."))).isEqualTo(Outcome.Reused.of((Outcome.Judged) anew));
    }

    @Test
    void aCallInFlightDoesNotServeWhoAsksAnewNorUndoIt() {
        Held held = held();
        CompletableFuture<Outcome> plain = asked(answered("Noise."));
        held.begun();
        Outcome other = paid(ScriptedGrader.silent(answered("Noise."), "gap"));

        Outcome anew =
                identical.judgedAnew(model, answered("Noise."), Mono.just(other)).block(PATIENCE);
        held.end();

        assertThat(anew).isEqualTo(other);
        assertThat(plain.join()).isInstanceOf(Outcome.Judged.class).isNotEqualTo(other);
        assertThat(judged(answered("Noise."))).isEqualTo(Outcome.Reused.of((Outcome.Judged) other));
    }

    @Test
    void thatNothingCouldBeToldIsNotKept() {
        model.will(
                assignment ->
                        Mono.just(ScriptedGrader.silent(assignment, "noise", "gap", "false")));
        judged(answered("Noise."));

        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Judged.class);
        assertThat(model.calls()).isEqualTo(2);
        assertThat(precedents.size()).isZero();
    }

    @Test
    void whatIsKeptExpires() {
        judged(answered("Noise."));
        clock.advance(Duration.ofHours(24));

        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Judged.class);
        assertThat(model.calls()).isEqualTo(2);
        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Reused.class);
    }

    @Test
    void aBrokenStoreCostsACallAndNoGrade() {
        precedents.breakDown();

        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Judged.class);
        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void withoutALifeOnlyWhatIsInFlightIsShared() {
        IdenticalWork forgetful = instance(CourtRoom.settings(true, Duration.ZERO));
        Held held = held();
        CompletableFuture<Outcome> first = asked(forgetful, answered("Noise."));
        held.begun();
        CompletableFuture<Outcome> second = asked(forgetful, answered("Noise."));
        held.end();

        assertThat(first.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(second.join()).isInstanceOf(Outcome.Reused.class);
        assertThat(precedents.size() + precedents.reads()).isZero();
        assertThat(asked(forgetful, answered("Noise.")).join()).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void switchedOffEveryAnswerHasACallOfItsOwn() {
        IdenticalWork off = instance(CourtRoom.settings(false, Duration.ofHours(24)));
        Held held = held();
        CompletableFuture<Outcome> first = asked(off, answered("Noise."));
        CompletableFuture<Outcome> second = asked(off, answered("Noise."));
        held.begunTimes(2);
        held.end();

        assertThat(first.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(second.join()).isInstanceOf(Outcome.Judged.class);
        assertThat(precedents.size() + precedents.reads()).isZero();
    }

    @Test
    void whatAnotherInstanceWasToldServesHere() {
        judged(answered("Noise."));

        assertThat(asked(instance(CourtRoom.SETTINGS), answered("Noise.")).join())
                .isInstanceOf(Outcome.Reused.class);
    }

    @Test
    void memoryIsNotBelievedWhenAnotherInstanceHasDroppedOrReplacedIt() {
        judged(answered("Noise."));
        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Reused.class);
        IdenticalWork other = instance(CourtRoom.SETTINGS);
        Outcome anew = paid(ScriptedGrader.silent(answered("Noise."), "gap"));
        other.judgedAnew(model, answered("Noise."), Mono.just(anew)).block(PATIENCE);

        assertThat(judged(answered("Noise."))).isEqualTo(Outcome.Reused.of((Outcome.Judged) anew));

        precedents.forget(
                CourtRoom.hashes(CourtRoom.KEY).of(answered("Noise."), List.of()).answer());
        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Judged.class);
    }

    @Test
    void whatIsInMemoryIsNotReadAgain() {
        judged(answered("Noise."));
        judged(answered("Noise."));
        int reads = precedents.reads();

        assertThat(judged(answered("Noise."))).isInstanceOf(Outcome.Reused.class);
        assertThat(precedents.reads()).isEqualTo(reads);
    }

    @Test
    void whatIsKnownIsFoundWithoutACall() {
        assertThat(identical.known(model, answered("Noise.")).blockOptional(PATIENCE)).isEmpty();
        judged(answered("Noise."));

        assertThat(identical.known(model, answered("Noise.")).block(PATIENCE))
                .isInstanceOf(Outcome.Reused.class);
        assertThat(model.calls()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryAnswerIsJudgedByItself() {
        IdenticalWork keyless =
                CourtRoom.withoutKey(precedents, storage, CourtRoom.SETTINGS, clock, metrics);

        assertThat(asked(keyless, answered("Noise.")).join()).isInstanceOf(Outcome.Judged.class);
        assertThat(asked(keyless, answered("Noise.")).join()).isInstanceOf(Outcome.Judged.class);
        assertThat(precedents.size()).isZero();
    }

    private IdenticalWork instance(PrecedentSettings settings) {
        return CourtRoom.identicalWork(precedents, storage, settings, clock, metrics);
    }

    private Held held() {
        return held(Mono.never());
    }

    /** The first call ends as told, if that tells anything; the others when they are let. */
    private Held held(Mono<Outcome> first) {
        Held held = new Held(first);
        model.will(held::call);
        return held;
    }

    private CompletableFuture<Outcome> asked(Assignment assignment) {
        return asked(identical, assignment);
    }

    private CompletableFuture<Outcome> asked(IdenticalWork by, Assignment assignment) {
        return by.judged(model, assignment, model.grade(assignment))
                .toFuture()
                .orTimeout(20, TimeUnit.SECONDS);
    }

    private Mono<Outcome> ask(String answer) {
        return model.grade(answered(answer));
    }

    private Outcome judged(Assignment assignment) {
        return asked(assignment).join();
    }

    private double counted(String outcome) {
        return metrics.counter("evenhand.precedents", "outcome", outcome).count();
    }

    private static Effort effort(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Judged(var judgement, var effort) -> effort;
            case Outcome.Reused(var judgement, var effort) -> effort;
            case Outcome.Unavailable(var reason, var effort, var retryAt) -> effort;
            default -> throw new AssertionError(outcome);
        };
    }

    private static Outcome paid(Outcome outcome) {
        return new Outcome.Judged(((Outcome.Judged) outcome).judgement(), new Effort(2, 1, PAID));
    }

    private Assignment answered(String answer) {
        return new Assignment(
                new GradingIds().next(),
                Samples.TENANT,
                Samples.question(),
                Samples.rubric(),
                RubricSource.GIVEN,
                answer,
                Optional.of("en"),
                Optional.empty(),
                clock.instant().plus(DEADLINE),
                Urgency.INTERACTIVE);
    }

    private static Assignment ofOther(Assignment ours) {
        return new Assignment(
                ours.id(),
                new TenantId("rival"),
                ours.question(),
                ours.rubric(),
                ours.rubricSource(),
                ours.answer(),
                ours.language(),
                ours.feedbackLanguage(),
                ours.deadline(),
                ours.urgency());
    }

    /** Calls that last until they are let end. */
    private static final class Held {

        private final Mono<Outcome> first;
        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch once = new CountDownLatch(1);
        private final CountDownLatch twice = new CountDownLatch(2);
        private final CountDownLatch cancelled = new CountDownLatch(1);
        private final Sinks.Empty<Void> end = Sinks.empty();

        Held(Mono<Outcome> first) {
            this.first = first;
        }

        Mono<Outcome> call(Assignment assignment) {
            Mono<Outcome> judged =
                    end.asMono()
                            .then(Mono.fromSupplier(() -> paid(ScriptedGrader.allMet(assignment))));
            boolean begin = calls.incrementAndGet() == 1;
            return (begin ? Mono.firstWithSignal(first, judged) : judged)
                    .doOnSubscribe(
                            subscription -> {
                                once.countDown();
                                twice.countDown();
                            })
                    .doOnCancel(cancelled::countDown);
        }

        void begun() {
            await(once);
        }

        void begunTimes(int two) {
            assertThat(two).isEqualTo(2);
            await(twice);
        }

        void end() {
            end.tryEmitEmpty();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
