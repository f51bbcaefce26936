package io.evenhand.support;

import io.evenhand.grading.Assignment;
import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.grading.Effort;
import io.evenhand.grading.FallbackReason;
import io.evenhand.grading.Feedback;
import io.evenhand.grading.Grader;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Judgement;
import io.evenhand.grading.Outcome;
import io.evenhand.question.Criterion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A grader that does what a test tells it to. */
public final class ScriptedGrader implements Grader {

    private final GraderKind kind;
    private volatile Function<Assignment, Mono<Outcome>> script;
    private volatile OptionalInt takes = OptionalInt.empty();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger scripts = new AtomicInteger();

    public ScriptedGrader(GraderKind kind) {
        this.kind = kind;
        this.script = ignored -> Mono.just(new Outcome.Busy());
        reset();
    }

    /** A model that is not there, and a fallback that gives half of everything. */
    public void reset() {
        calls.set(0);
        takes = OptionalInt.empty();
        scripts.incrementAndGet();
        script =
                kind == GraderKind.LLM
                        ? ignored -> Mono.just(unavailable(FallbackReason.NO_MODEL_CONFIGURED))
                        : assignment -> Mono.just(halfOfEverything(assignment));
    }

    /** It works on no more than so many at a time from now on. */
    public void takes(int answers) {
        this.takes = OptionalInt.of(answers);
    }

    public void will(Function<Assignment, Mono<Outcome>> newScript) {
        scripts.incrementAndGet();
        this.script = newScript;
    }

    /** The same model says something else from now on. */
    public void willGoOnWith(Function<Assignment, Mono<Outcome>> newScript) {
        this.script = newScript;
    }

    public int calls() {
        return calls.get();
    }

    @Override
    public GraderKind kind() {
        return kind;
    }

    @Override
    public OptionalInt atATime() {
        return takes;
    }

    @Override
    public boolean ready() {
        return true;
    }

    /** Each script is a model of its own. */
    @Override
    public Optional<List<String>> basis(Assignment assignment) {
        return kind == GraderKind.LLM
                ? Optional.of(
                        List.of(
                                "script " + scripts.get(),
                                assignment.question().text(),
                                assignment.question().modelAnswers().toString(),
                                assignment.answer()))
                : Optional.empty();
    }

    @Override
    public Mono<Outcome> grade(Assignment assignment) {
        return Mono.defer(
                () -> {
                    calls.incrementAndGet();
                    return script.apply(assignment);
                });
    }

    public static Outcome unavailable(FallbackReason reason) {
        return new Outcome.Unavailable(reason, Effort.NONE, Optional.empty());
    }

    /** Every criterion met, with the whole answer as evidence. */
    public static Outcome allMet(Assignment assignment) {
        return judged(assignment, ignored -> new Claim.Met(), Optional.of("test-model"));
    }

    public static Outcome noneMet(Assignment assignment) {
        return judged(assignment, ignored -> new Claim.NotMet(), Optional.of("test-model"));
    }

    /** All that it speaks of is met; of the criteria named it says that it could not tell. */
    public static Outcome silent(Assignment assignment, String... ids) {
        return judged(
                assignment,
                c -> List.of(ids).contains(c.id()) ? new Claim.CannotTell() : new Claim.Met(),
                Optional.of("test-model"));
    }

    private static Outcome halfOfEverything(Assignment assignment) {
        return judged(assignment, c -> new Claim.Awarded(c.points().half()), Optional.empty());
    }

    private static Outcome judged(
            Assignment assignment, Function<Criterion, Claim> claim, Optional<String> model) {
        List<CriterionJudgement> criteria =
                assignment.rubric().criteria().stream()
                        .map(
                                criterion ->
                                        new CriterionJudgement(
                                                criterion.id(),
                                                claim.apply(criterion),
                                                "It says so.",
                                                List.of(assignment.answer()),
                                                0.9,
                                                OptionalDouble.empty()))
                        .toList();
        Judgement judgement =
                new Judgement(
                        model,
                        model.map(ignored -> "grade/2"),
                        Optional.empty(),
                        criteria,
                        new Feedback("Well said.", List.of(), List.of()),
                        List.of(),
                        Optional.empty());
        return new Outcome.Judged(
                judgement, new Effort(model.isPresent() ? 1 : 0, 0, Effort.NONE.usage()));
    }
}
