package io.evenhand.grading.work;

import io.evenhand.grading.Budget;
import io.evenhand.grading.Calibration;
import io.evenhand.grading.CancelReason;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingIds;
import io.evenhand.grading.HistoryEntry;
import io.evenhand.grading.Lessons;
import io.evenhand.grading.ModelUsed;
import io.evenhand.grading.ReviewedAnswers;
import io.evenhand.grading.Samples;
import io.evenhand.grading.Spent;
import io.evenhand.grading.Submission;
import io.evenhand.grading.precedent.CourtRoom;
import io.evenhand.grading.precedent.IdenticalWork;
import io.evenhand.grading.precedent.PrecedentsInMemory;
import io.evenhand.grading.review.ReviewPolicies;
import io.evenhand.grading.review.ReviewSettings;
import io.evenhand.guard.AnswerGuard;
import io.evenhand.guard.Inspector;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import io.evenhand.platform.StorageJson;
import io.evenhand.support.NoTransactions;
import io.evenhand.support.ScriptedGrader;
import io.evenhand.support.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import reactor.core.publisher.Mono;

/** All that has to do with grading, wired up by hand around graders that do as they are told. */
final class Office implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Whether money may be spent no more. */
    volatile Optional<Spent> spent = Optional.empty();

    final Budget budget = grading -> Mono.justOrEmpty(spent);
    final SettableClock clock = new SettableClock();
    final GradingsInMemory gradings = new GradingsInMemory();
    final ScriptedGrader model = new ScriptedGrader(GraderKind.LLM);
    final ScriptedGrader fallback = new ScriptedGrader(GraderKind.SEMANTIC);
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final NoTransactions transactions = new NoTransactions();
    final Storage storage = new Storage(transactions);
    final Ledger ledger = new Ledger(gradings, storage, this::heard);
    final Runs runs = new Runs(metrics);
    final PrecedentsInMemory precedents = new PrecedentsInMemory();
    final GradingSettings settings =
            new GradingSettings(
                    2, Duration.ofSeconds(15), 3, Duration.ofSeconds(10), Duration.ofMinutes(1));
    final Worker worker;
    volatile Calibration calibration = (answer, prior, lessons) -> Mono.just(Optional.empty());
    volatile ReviewedAnswers reviewed =
            (tenant, question, grader, except) -> new Lessons(List.of(), 0, 0);
    final GradingDesk desk;

    /** What models took, as it was told. */
    final List<ModelUsed> used = new CopyOnWriteArrayList<>();

    private void heard(Object event) {
        if (event instanceof ModelUsed taken) {
            used.add(taken);
        }
    }

    Office() {
        this(new ReviewSettings(0, BigDecimal.ZERO, 1, 0, Set.of(), 1));
    }

    Office(ReviewSettings review) {
        this(review, inspection -> List.of());
    }

    Office(ReviewSettings review, Inspector inspector) {
        StorageJson json = new StorageJson();
        IdenticalWork identical = CourtRoom.identicalWork(precedents, storage, clock, metrics);
        Graders graders = new Graders(List.of(fallback, model), identical);
        AnswerGuard guard = new AnswerGuard();
        Calibrator calibrator =
                new Calibrator(
                        (answer, prior, lessons) -> calibration.expect(answer, prior, lessons),
                        (tenant, question, grader, except) ->
                                reviewed.about(tenant, question, grader, except),
                        storage,
                        guard,
                        json);
        Marking marking =
                new Marking(
                        guard,
                        new Suspicions(inspector, Optional.empty()),
                        new Panel(graders, List.of(budget)),
                        calibrator,
                        new ReviewPolicies(review),
                        json);
        worker =
                new Worker(
                        marking, ledger, runs, settings, json, clock, new GradingMetrics(metrics));
        desk =
                new GradingDesk(
                        ledger,
                        worker,
                        runs,
                        graders,
                        new GradingIds(),
                        settings,
                        new DeadlineSettings(DEADLINE),
                        clock);
    }

    static Order order(Submission submission) {
        return new Order(Samples.TENANT, "somebody", submission, Optional.empty(), false);
    }

    static Order order(String answer) {
        return order(Samples.submission(answer));
    }

    static Order withKey(Order order, String key, String body) {
        return new Order(
                order.tenant(),
                order.actor(),
                order.submission(),
                Optional.of(new Order.Key(Sha256.of(key), Sha256.of(body))),
                order.asynchronous());
    }

    static Order asynchronous(Order order) {
        return new Order(order.tenant(), order.actor(), order.submission(), order.key(), true);
    }

    Grading accept(Order order) {
        return desk.accept(order).block(PATIENCE).grading();
    }

    /** The grading as it is when the work on it has ended, and has made room for other work. */
    Grading grade(Order order) {
        Grading accepted = accept(order);
        Grading graded = desk.result(accepted, PATIENCE).block(PATIENCE);
        Awaitility.await().until(() -> runs.of(accepted.id()).isEmpty());
        return graded;
    }

    Grading grade(String answer) {
        return grade(order(answer));
    }

    /** Has a stored one graded again, as the look for due work does. */
    Grading resume(Grading grading) {
        Grading claimed =
                gradings.move(
                                grading.tenant(),
                                grading.id(),
                                Optional.empty(),
                                HistoryEntry.Event.CLAIMED,
                                "system",
                                g -> g.claimed(clock.instant().plus(desk.lease())))
                        .orElseThrow();
        return desk.resume(claimed).block(PATIENCE);
    }

    Grading stored(Grading grading) {
        return gradings.find(grading.tenant(), grading.id()).orElseThrow();
    }

    Grading cancel(Grading grading) {
        return desk.cancel(grading.tenant(), grading.id(), CancelReason.CLIENT_GONE, "system")
                .block(PATIENCE);
    }

    @Override
    public void close() {
        storage.destroy();
    }
}
