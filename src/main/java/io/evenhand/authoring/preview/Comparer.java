package io.evenhand.authoring.preview;

import io.evenhand.authoring.preview.Comparison.Trouble;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingStatus;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.Usage;
import io.evenhand.grading.work.DryRun;
import io.evenhand.grading.work.DryRuns;
import io.evenhand.grading.work.Ledger;
import io.evenhand.guard.Flag;
import io.evenhand.question.Question;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Grades one stored answer by what a preview tries, and holds it beside the grade it has. */
@Component
class Comparer {

    private static final Logger LOG = LoggerFactory.getLogger(Comparer.class);

    private final Ledger ledger;
    private final DryRuns dryRuns;

    Comparer(Ledger ledger, DryRuns dryRuns) {
        this.ledger = ledger;
        this.dryRuns = dryRuns;
    }

    /** Never fails: what goes wrong with one answer is a result like another. */
    Mono<Item> compared(Preview preview, Item item) {
        return ledger.find(preview.tenant(), item.grading())
                .flatMap(grading -> compared(preview.target().question(), grading, item))
                .defaultIfEmpty(failed(item, Optional.empty(), 0, Trouble.GONE, Usage.NONE))
                .onErrorResume(
                        error -> {
                            LOG.error(
                                    "grading {} could not be compared in preview {}: {}",
                                    item.grading(),
                                    preview.id(),
                                    error.getClass().getName());
                            return Mono.just(
                                    failed(item, Optional.empty(), 0, Trouble.BROKEN, Usage.NONE));
                        });
    }

    private Mono<Item> compared(Question question, Grading grading, Item item) {
        if (grading.grade().isEmpty() || grading.isErased()) {
            return Mono.empty();
        }
        Mark before = Mark.of(grading.grade().get(), grading.submission().question());
        return dryRuns.of(grading, grading.submission().with(question))
                .map(
                        run ->
                                switch (run) {
                                    case DryRun.Graded(Grade grade, List<Flag> flags) ->
                                            graded(question, grading, item, before, grade, flags);
                                    case DryRun.Ungraded(NoGrade why) ->
                                            failed(
                                                    item,
                                                    Optional.of(before),
                                                    grading.version(),
                                                    Trouble.UNGRADED,
                                                    why.usage());
                                    case DryRun.NotNow() ->
                                            failed(
                                                    item,
                                                    Optional.of(before),
                                                    grading.version(),
                                                    Trouble.OVERLOADED,
                                                    Usage.NONE);
                                });
    }

    private static Item graded(
            Question question,
            Grading grading,
            Item item,
            Mark before,
            Grade grade,
            List<Flag> flags) {
        if (isWorse(grading, grade)) {
            return failed(
                    item,
                    Optional.of(before),
                    grading.version(),
                    Trouble.MODEL_UNAVAILABLE,
                    grade.usage());
        }
        boolean reviewed = grading.status() == GradingStatus.REVIEWED;
        Comparison comparison =
                new Comparison(
                        Optional.of(before),
                        Optional.of(Mark.of(grade, question)),
                        reviewed,
                        grading.version(),
                        Optional.empty(),
                        grade.usage());
        return item.compared(
                comparison,
                reviewed ? Optional.empty() : Optional.of(PendingGrade.of(grade, flags)));
    }

    /** What the fallback says beside a model's grade tells of the graders, not of the rubric. */
    private static boolean isWorse(Grading grading, Grade grade) {
        return grade.grader().kind() == GraderKind.SEMANTIC
                && grading.machineGrade()
                        .filter(machine -> machine.grader().kind() == GraderKind.LLM)
                        .isPresent();
    }

    private static Item failed(
            Item item, Optional<Mark> before, long version, Trouble why, Usage usage) {
        return item.failed(Comparison.failed(before, version, why, usage));
    }
}
