package io.evenhand.semantic;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Effort;
import io.evenhand.grading.Grader;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.turns.Weights;
import io.evenhand.guard.LanguageDetector;
import io.evenhand.semantic.judging.SemanticJudge;
import io.evenhand.semantic.judging.SupportedLanguages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The fallback: grades English answers by comparing texts, without any network. */
@Component
class SemanticGrader implements Grader, DisposableBean {

    private static final Outcome BUSY = new Outcome.Busy();

    private final SemanticModel model;
    private final SupportedLanguages languages;
    private final Clock clock;
    private final BoundedPool pool;
    private final Timer timer;

    SemanticGrader(
            SemanticModel model,
            LanguageDetector detector,
            SemanticProperties properties,
            Weights weights,
            Clock clock,
            MeterRegistry meters) {
        this.model = model;
        this.languages = new SupportedLanguages(detector);
        this.clock = clock;
        this.pool = new BoundedPool(properties.workers(), properties.queue(), weights, meters);
        this.timer =
                Timer.builder("evenhand.semantic.grade")
                        .description("Time to compare one answer, without waiting for a thread")
                        .register(meters);
    }

    @Override
    public GraderKind kind() {
        return GraderKind.SEMANTIC;
    }

    @Override
    public boolean ready() {
        return model.judge().isPresent();
    }

    @Override
    public Mono<Outcome> grade(Assignment assignment) {
        return Mono.defer(() -> gradeNow(assignment));
    }

    /** Waiting for a mere opinion would cost every grade more than the opinion is worth. */
    @Override
    public Mono<Outcome> opinion(Assignment assignment) {
        return Mono.defer(() -> pool.isBehind() ? Mono.just(BUSY) : gradeNow(assignment));
    }

    private Mono<Outcome> gradeNow(Assignment assignment) {
        if (assignment.question().kind().modelAnswerIsOneExample()) {
            return Mono.just(new Outcome.Declined(UngradedReason.NEEDS_MODEL));
        }
        Duration left = left(assignment);
        if (!left.isPositive()) {
            return Mono.just(BUSY);
        }
        return model.whenLoaded()
                .timeout(left, Mono.just(Optional.empty()))
                .flatMap(
                        judge ->
                                judge.map(loaded -> enqueue(loaded, assignment))
                                        .orElseGet(() -> Mono.just(BUSY)));
    }

    private Mono<Outcome> enqueue(SemanticJudge judge, Assignment assignment) {
        Duration left = left(assignment);
        return left.isPositive()
                ? pool.run(
                        assignment.ticket(), stop -> outcome(judge, assignment, stop), left, BUSY)
                : Mono.just(BUSY);
    }

    private Duration left(Assignment assignment) {
        return Duration.between(clock.instant(), assignment.deadline());
    }

    private Outcome outcome(SemanticJudge judge, Assignment assignment, BooleanSupplier stop) {
        return languages
                .of(assignment)
                .map(language -> judged(judge, assignment, language, stop))
                .orElseGet(() -> new Outcome.Declined(UngradedReason.LANGUAGE_NOT_SUPPORTED));
    }

    private Outcome judged(
            SemanticJudge judge, Assignment assignment, String language, BooleanSupplier stop) {
        Timer.Sample sample = Timer.start();
        try {
            return new Outcome.Judged(judge.judge(assignment, language, stop), Effort.NONE);
        } catch (CancellationException e) {
            return BUSY;
        } finally {
            sample.stop(timer);
        }
    }

    /** The pool ends before the model is closed, since Spring destroys what depends on it first. */
    @Override
    public void destroy() {
        pool.close();
    }
}
