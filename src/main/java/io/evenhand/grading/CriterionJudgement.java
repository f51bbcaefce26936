package io.evenhand.grading;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a grader says of one criterion.
 *
 * @param quotes passages of the answer that the claim rests on, as the grader wrote them
 * @param confidence how sure the grader says it is, 0 to 1
 * @param probability what the provider's token probabilities give the verdict, 0 to 1, if it
 *     reports them
 */
public record CriterionJudgement(
        String criterionId,
        Claim claim,
        String reason,
        List<String> quotes,
        double confidence,
        OptionalDouble probability) {

    public CriterionJudgement {
        quotes = List.copyOf(quotes);
    }
}
