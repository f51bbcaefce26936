package io.evenhand.grading;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.evenhand.platform.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What a grader says of an answer, not yet believed.
 *
 * @param model name of the model; empty without one
 * @param prompt name and version of the prompt, as in {@code grade/2}; empty without one
 * @param promptHash of the prompt's template and schema files
 * @param criteria one for each criterion of the rubric, in its order
 * @param scoreRange the grader's own interval for the score, if it has one
 * @param addressesGrader whether the answer speaks to whoever grades it, as far as the grader says
 */
public record Judgement(
        Optional<String> model,
        Optional<String> prompt,
        Optional<Sha256> promptHash,
        List<CriterionJudgement> criteria,
        Feedback feedback,
        List<String> followUpQuestions,
        Optional<ScoreRange> scoreRange,
        boolean addressesGrader) {

    @JsonCreator
    public Judgement {
        criteria = List.copyOf(criteria);
        followUpQuestions = List.copyOf(followUpQuestions);
    }

    /** Whether it speaks of any criterion that earns points, or abstains from them all. */
    public boolean abstains() {
        return criteria.stream()
                .allMatch(criterion -> criterion.claim() instanceof Claim.CannotTell);
    }

    /** What a grader says that is not asked whether the answer speaks to it. */
    public Judgement(
            Optional<String> model,
            Optional<String> prompt,
            Optional<Sha256> promptHash,
            List<CriterionJudgement> criteria,
            Feedback feedback,
            List<String> followUpQuestions,
            Optional<ScoreRange> scoreRange) {
        this(model, prompt, promptHash, criteria, feedback, followUpQuestions, scoreRange, false);
    }
}
