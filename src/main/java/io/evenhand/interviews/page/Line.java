package io.evenhand.interviews.page;

import io.evenhand.grading.GradingId;
import io.evenhand.grading.Mark;
import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.interviews.result.Outcome;
import io.evenhand.question.QuestionLevel;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * As much of a candidate's result as the list is ordered and narrowed by.
 *
 * @param answer one of the candidate's gradings of the interview: what addresses name them by
 */
record Line(
        String candidate,
        GradingId answer,
        Outcome outcome,
        Optional<BigDecimal> percentage,
        Optional<QuestionLevel> level,
        int open,
        int provisional,
        int toReview) {

    /** Of somebody who answered something. */
    static Line of(CandidateResult result) {
        return new Line(
                result.candidate(),
                answer(result),
                result.outcome(),
                result.total().percentage(),
                result.level(),
                result.toCome().size(),
                result.total().provisional(),
                result.toReview().size());
    }

    static GradingId answer(CandidateResult result) {
        return result.questions().stream()
                .flatMap(question -> question.mark().stream())
                .map(Mark::grading)
                .findFirst()
                .orElseThrow();
    }
}
