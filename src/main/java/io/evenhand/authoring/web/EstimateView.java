package io.evenhand.authoring.web;

import io.evenhand.authoring.preview.Estimate;
import io.evenhand.authoring.preview.Plan;
import io.evenhand.grading.Usage;
import io.evenhand.grading.web.UsageView;
import org.jspecify.annotations.Nullable;

/**
 * What a preview would take, as clients see it.
 *
 * @param answers that it would grade
 * @param of graded answers that there are
 * @param expected null where no model has graded an answer to this question yet
 * @param basedOn how many grades by a model that rests on
 */
record EstimateView(
        String questionId, int answers, int of, @Nullable UsageView expected, int basedOn) {

    static EstimateView of(Plan plan, Estimate estimate) {
        UsageView expected =
                UsageView.of(
                        new Usage(
                                estimate.inputTokens(), estimate.outputTokens(), estimate.cost()));
        return new EstimateView(
                plan.questionId(),
                estimate.sample().size(),
                estimate.sample().of(),
                estimate.basedOn() == 0 ? null : expected,
                estimate.basedOn());
    }
}
