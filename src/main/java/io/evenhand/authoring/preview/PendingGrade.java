package io.evenhand.authoring.preview;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Verdict;
import io.evenhand.guard.Flag;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A grade that waits to be applied. Its evidence holds places in the answer and no quotes, so that
 * the answer stands in one place only.
 */
public record PendingGrade(Grade grade, List<Flag> flags) {

    public PendingGrade {
        flags = List.copyOf(flags);
    }

    static PendingGrade of(Grade grade, List<Flag> flags) {
        return new PendingGrade(
                mapped(grade, evidence -> new Evidence("", evidence.start(), evidence.end())),
                flags);
    }

    /** The grade with its quotes, which are where it says in the answer that it was made of. */
    Grade on(String answer) {
        return mapped(
                grade,
                evidence ->
                        new Evidence(
                                answer.substring(evidence.start(), evidence.end()),
                                evidence.start(),
                                evidence.end()));
    }

    private static Grade mapped(Grade grade, UnaryOperator<Evidence> change) {
        return grade.withCriteria(
                grade.criteria().stream().map(criterion -> mapped(criterion, change)).toList());
    }

    private static CriterionGrade mapped(CriterionGrade criterion, UnaryOperator<Evidence> change) {
        return criterion.with(
                switch (criterion.verdict()) {
                    case Verdict.Met(var points, var evidence) ->
                            new Verdict.Met(points, evidence.stream().map(change).toList());
                    case Verdict.Partly(var points, var evidence) ->
                            new Verdict.Partly(points, evidence.stream().map(change).toList());
                    case Verdict.NotMet notMet -> notMet;
                    case Verdict.CannotTell cannotTell -> cannotTell;
                });
    }
}
