package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.authoring.lint.Finding.Severity;
import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.Verdict;
import io.evenhand.grading.work.DryRun;
import java.util.List;
import java.util.stream.Stream;

/** What trials say of a rubric: the model answer gets all that can be had, a blank one nothing. */
final class TrialFindings {

    private TrialFindings() {}

    static List<Finding> of(List<Trial> trials) {
        return trials.stream().flatMap(TrialFindings::of).toList();
    }

    private static Stream<Finding> of(Trial trial) {
        return switch (trial.run()) {
            case DryRun.Graded(Grade grade, var _) ->
                    trial.kind() == Trial.Kind.BLANK ? blank(grade) : model(trial, grade);
            case DryRun.Ungraded(var why) ->
                    Stream.of(
                            why.reason() == UngradedReason.ALL_ABSTAINED
                                    ? failsAltogether(trial, why)
                                    : notTried(trial, why.reason().name()));
            case DryRun.NotNow() -> Stream.of(notTried(trial, "OVERLOADED"));
        };
    }

    private static Stream<Finding> blank(Grade grade) {
        return grade.criteria().stream()
                .filter(
                        criterion ->
                                criterion
                                        .verdict()
                                        .earned()
                                        .filter(p -> p.isPositive())
                                        .isPresent())
                .map(
                        criterion ->
                                Finding.of(
                                        Code.BLANK_EARNS,
                                        criterion.id(),
                                        "A blank answer earns points here: ask for something that an answer has to say."));
    }

    private static Stream<Finding> model(Trial trial, Grade grade) {
        boolean judged = grade.grader().kind() == GraderKind.LLM;
        return grade.criteria().stream()
                .filter(criterion -> !isAsItShould(criterion))
                .map(criterion -> fails(trial, criterion, judged));
    }

    private static boolean isAsItShould(CriterionGrade criterion) {
        boolean met = criterion.verdict() instanceof Verdict.Met;
        return criterion.maxPoints().isPositive() == met;
    }

    /** The in-process grader compares words; what it misses may be there. */
    private static Finding fails(Trial trial, CriterionGrade criterion, boolean judged) {
        String verdict = criterion.verdict().label();
        String what =
                criterion.maxPoints().isPositive()
                        ? "Model answer %d does not fulfil this criterion (%s): mend the one or the other."
                                .formatted(trial.number(), verdict)
                        : "Model answer %d loses points by this deduction: mend the one or the other."
                                .formatted(trial.number());
        String by = judged ? "" : " Found without a model, by comparing words and meaning.";
        Finding finding = Finding.of(Code.MODEL_ANSWER_FAILS, criterion.id(), what + by);
        return judged ? finding : finding.with(Severity.WARNING);
    }

    private static Finding failsAltogether(Trial trial, NoGrade why) {
        Finding finding =
                Finding.ofWhole(
                        Code.MODEL_ANSWER_FAILS,
                        "Of no criterion could it be told whether model answer %d fulfils it: say more plainly what a right answer says."
                                .formatted(trial.number()));
        return why.grader().kind() == GraderKind.LLM ? finding : finding.with(Severity.WARNING);
    }

    private static Finding notTried(Trial trial, String reason) {
        String which =
                trial.kind() == Trial.Kind.BLANK
                        ? "The blank answer"
                        : "Model answer " + trial.number();
        return Finding.ofWhole(
                Code.NOT_TRIED, "%s could not be graded (%s).".formatted(which, reason));
    }
}
