package io.evenhand.grading.work;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Grader;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Outcome;
import io.evenhand.grading.Spent;
import io.evenhand.grading.precedent.IdenticalWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The model's judgement and, beside it, the in-process grader's: second opinion or fallback. */
@Component
class Graders {

    private static final Logger LOG = LoggerFactory.getLogger(Graders.class);

    /** A grade does not wait longer than that for a mere second opinion. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Grader model;
    private final Grader fallback;
    private final IdenticalWork identical;

    Graders(List<Grader> graders, IdenticalWork identical) {
        this.identical = identical;
        this.model = of(graders, GraderKind.LLM);
        this.fallback = of(graders, GraderKind.SEMANTIC);
    }

    boolean modelIsReady() {
        return model.ready();
    }

    OptionalInt modelTakes() {
        return model.atATime();
    }

    /** Asks both; the model only if it has not been, or is not being asked about the same. */
    Mono<Opinions> grade(Assignment assignment) {
        return both(assignment, identical.judged(model, assignment, ofModel(assignment)));
    }

    /** Asks both, and the model about this very answer, whatever it said of the same before. */
    Mono<Opinions> gradeAnew(Assignment assignment) {
        return both(assignment, identical.judgedAnew(model, assignment, ofModel(assignment)));
    }

    /** At once: the fallback takes milliseconds, and its word is wanted either way. */
    private Mono<Opinions> both(Assignment assignment, Mono<Outcome> ofModel) {
        return Mono.defer(
                () -> {
                    Mono<Outcome> second = ofFallback(assignment, fallback::opinion).share();
                    Disposable started = second.subscribe();
                    return ofModel.flatMap(
                                    word ->
                                            beside(assignment, word, second)
                                                    .map(other -> new Opinions(word, other)))
                            .doFinally(signal -> started.dispose());
                });
    }

    /** Asks no model: takes what one said of the same before, which costs nothing. */
    Mono<Opinions> gradeForNothing(Assignment assignment, Spent spent) {
        return both(assignment, identical.known(model, assignment).defaultIfEmpty(notAsked(spent)));
    }

    /** Asks the fallback alone. */
    Mono<Opinions> withoutMoney(Assignment assignment, Spent spent) {
        return both(assignment, Mono.just(notAsked(spent)));
    }

    private static Outcome notAsked(Spent spent) {
        return new Outcome.Unavailable(FallbackReason.BUDGET_SPENT, Effort.NONE, spent.until());
    }

    private Mono<Outcome> beside(Assignment assignment, Outcome ofModel, Mono<Outcome> second) {
        return ofModel instanceof Outcome.Unavailable
                ? second.flatMap(word -> needed(assignment, word))
                : second.timeout(PATIENCE, Mono.just(new Outcome.Busy()));
    }

    /** A second opinion that had no time is left out; a fallback that is needed is asked again. */
    private Mono<Outcome> needed(Assignment assignment, Outcome word) {
        return word instanceof Outcome.Busy
                ? ofFallback(assignment, fallback::grade)
                : Mono.just(word);
    }

    /** Whatever breaks on the way to a model, the candidate still gets the fallback's grade. */
    private Mono<Outcome> ofModel(Assignment assignment) {
        return Mono.defer(() -> Contained.call(() -> model.grade(assignment)))
                .onErrorResume(
                        error -> {
                            LOG.error(
                                    "no model could be asked about grading {}: {}",
                                    assignment.id(),
                                    error.getClass().getName());
                            return Mono.just(
                                    new Outcome.Unavailable(
                                            FallbackReason.MODELS_EXHAUSTED,
                                            Effort.NONE,
                                            Optional.empty()));
                        });
    }

    private Mono<Outcome> ofFallback(
            Assignment assignment, Function<Assignment, Mono<Outcome>> ask) {
        return Mono.defer(() -> Contained.call(() -> ask.apply(assignment)))
                .onErrorResume(
                        error -> {
                            LOG.error(
                                    "the fallback failed on grading {}: {}",
                                    assignment.id(),
                                    error.getClass().getName());
                            return Mono.just(new Outcome.Busy());
                        });
    }

    private static Grader of(List<Grader> graders, GraderKind kind) {
        return graders.stream()
                .filter(grader -> grader.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no grader of kind " + kind));
    }

    /** What the two said. */
    record Opinions(Outcome model, Outcome fallback) {}
}
