package io.evenhand.grading;

import io.evenhand.question.Points;
import java.util.Optional;

/**
 * The grade of one criterion.
 *
 * @param level label of the level that was reached, where the criterion has levels
 * @param maxPoints the criterion's points; of a deduction, that negative number
 * @param confidence how sure the grader is, 0 to 1
 * @param claimedQuotes how many quotes the grader gave
 * @param foundQuotes how many of them the answer holds
 */
public record CriterionGrade(
        String id,
        Verdict verdict,
        Optional<String> level,
        Points maxPoints,
        String reason,
        double confidence,
        int claimedQuotes,
        int foundQuotes) {

    public CriterionGrade with(Verdict other) {
        return new CriterionGrade(
                id, other, level, maxPoints, reason, confidence, claimedQuotes, foundQuotes);
    }

    public boolean abstained() {
        return verdict instanceof Verdict.CannotTell;
    }
}
