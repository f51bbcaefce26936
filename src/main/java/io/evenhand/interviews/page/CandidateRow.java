package io.evenhand.interviews.page;

import io.evenhand.interviews.result.CandidateResult;
import io.evenhand.platform.Words;
import java.util.Locale;

/**
 * A line of the list of candidates, ready to print.
 *
 * @param answer the grading that addresses name the candidate by
 * @param level empty if none was reached
 * @param open how many questions the outcome waits for; 0 of none
 */
public record CandidateRow(
        String name,
        String answer,
        Bar total,
        String outcome,
        String outcomeName,
        String level,
        String graded,
        int open,
        int provisional,
        int toReview) {

    static CandidateRow of(CandidateResult result, Showing showing) {
        return new CandidateRow(
                showing.of(result.candidate()),
                Line.answer(result).value(),
                Bar.of(result.total()),
                ResultWords.outcome(result.outcome(), result.certain()),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.level().map(Words::of).orElse("–"),
                result.total().usable() + " of " + result.total().questions(),
                result.toCome().size() - result.total().provisional(),
                result.total().provisional(),
                result.toReview().size());
    }
}
