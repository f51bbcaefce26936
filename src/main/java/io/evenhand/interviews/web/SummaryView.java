package io.evenhand.interviews.web;

import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.Outcome;
import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's result over an interview, in short.
 *
 * @param graded questions with a grade that the outcome may rest on
 * @param provisional questions with the fallback's grade alone
 * @param toReview questions that somebody should look at
 */
public record SummaryView(
        String candidateRef,
        Outcome outcome,
        boolean certain,
        @Nullable BigDecimal percentage,
        RangeView percentageRange,
        @Nullable QuestionLevel levelReached,
        int questions,
        int graded,
        int provisional,
        int toReview) {

    static SummaryView of(CandidateResult result) {
        return new SummaryView(
                result.candidate(),
                result.outcome(),
                result.certain(),
                result.total().percentage().orElse(null),
                RangeView.of(result.total()),
                result.level().orElse(null),
                result.total().questions(),
                result.total().usable(),
                result.total().provisional(),
                result.toReview().size());
    }
}
