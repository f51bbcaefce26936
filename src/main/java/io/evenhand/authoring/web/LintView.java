package io.evenhand.authoring.web;

import io.evenhand.authoring.lint.LintReport;
import io.evenhand.grading.web.UsageView;
import io.evenhand.question.Question;
import io.evenhand.question.QuestionRef;
import io.evenhand.question.RubricSource;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lint says of a rubric, as clients see it.
 *
 * @param question null where the rubric is in no bank
 * @param rubric {@code DEFAULT} where the question has none of its own
 * @param trials empty where none were asked for
 */
record LintView(
        @Nullable QuestionRef question,
        RubricSource rubric,
        BigDecimal maxScore,
        List<FindingView> findings,
        List<TrialView> trials,
        UsageView usage) {

    static LintView of(LintReport report) {
        Question question = report.subject().question();
        return new LintView(
                question.ref().orElse(null),
                question.rubricSource(),
                report.subject().rubric().maxScore().value(),
                report.findings().stream().map(FindingView::of).toList(),
                report.trials().stream().map(TrialView::of).toList(),
                UsageView.of(report.usage()));
    }
}
