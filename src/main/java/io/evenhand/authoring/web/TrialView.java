package io.evenhand.authoring.web;

import io.evenhand.authoring.lint.Trial;
import io.evenhand.grading.Grade;
import io.evenhand.grading.NoGrade;
import io.evenhand.grading.UngradedReason;
import io.evenhand.grading.web.GraderView;
import io.evenhand.grading.work.DryRun;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was graded to try the rubric, as clients see it.
 *
 * @param number of the model answer, from 1
 * @param reason why there is no score
 */
record TrialView(
        Trial.Kind answer,
        @Nullable Integer number,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        @Nullable BigDecimal percentage,
        @Nullable UngradedReason reason,
        @Nullable GraderView grader) {

    static TrialView of(Trial trial) {
        Integer number = trial.kind() == Trial.Kind.BLANK ? null : trial.number();
        return switch (trial.run()) {
            case DryRun.Graded(Grade grade, var _) ->
                    new TrialView(
                            trial.kind(),
                            number,
                            grade.score().value(),
                            grade.maxScore().value(),
                            grade.percentage(),
                            null,
                            GraderView.of(grade.grader()));
            case DryRun.Ungraded(NoGrade why) ->
                    new TrialView(
                            trial.kind(),
                            number,
                            null,
                            null,
                            null,
                            why.reason(),
                            GraderView.of(why.grader()));
            case DryRun.NotNow() ->
                    new TrialView(trial.kind(), number, null, null, null, null, null);
        };
    }
}
