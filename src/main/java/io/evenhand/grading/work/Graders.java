package io.evenhand.grading.work;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Grader;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The model's judgement and, beside it, the in-process grader's: second opinion or fallback. */
@Component
class Graders {

    private final Grader model;
    private final Grader fallback;

    Graders(List<Grader> graders) {
        this.model = of(graders, GraderKind.LLM);
        this.fallback = of(graders, GraderKind.SEMANTIC);
    }

    boolean modelIsReady() {
        return model.ready();
    }

    /** Asks both at once: the fallback takes milliseconds, and its word is wanted either way. */
    Mono<Opinions> grade(Assignment assignment) {
        return Mono.zip(
                        model.grade(assignment),
                        fallback.grade(assignment).onErrorReturn(new Outcome.Busy()))
                .flatMap(
                        both ->
                                secondTry(assignment, both.getT1(), both.getT2())
                                        .map(word -> new Opinions(both.getT1(), word)));
    }

    /** A second opinion that had no time is left out; a fallback that is needed is asked again. */
    private Mono<Outcome> secondTry(Assignment assignment, Outcome ofModel, Outcome ofFallback) {
        return ofModel instanceof Outcome.Unavailable && ofFallback instanceof Outcome.Busy
                ? fallback.grade(assignment)
                : Mono.just(ofFallback);
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
