package io.evenhand.grading.review;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.grading.ReviewReason;
import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.scoring.Confidence;
import io.evenhand.platform.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The policies in force, and the reasons that they find. */
@Component
public class ReviewPolicies {

    private final List<ReviewPolicy> policies;

    public ReviewPolicies(ReviewSettings settings) {
        this.policies =
                List.of(
                        lowConfidence(settings.lowConfidence()),
                        flagged(settings),
                        unverifiedEvidence(),
                        abstained(),
                        borderline(settings),
                        sampled(settings.sample()),
                        contradicted(),
                        disputed(settings.disagreement()));
    }

    public List<ReviewReason> reasons(Proposal proposal) {
        return policies.stream()
                .map(policy -> policy.apply(proposal))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    static ReviewPolicy lowConfidence(double threshold) {
        return when(
                ReviewReason.LOW_CONFIDENCE, p -> !byRule(p) && p.grade().confidence() < threshold);
    }

    static ReviewPolicy flagged(ReviewSettings settings) {
        return when(
                ReviewReason.FLAGGED,
                p -> p.flags().stream().anyMatch(flag -> settings.flags().contains(flag.code())));
    }

    static ReviewPolicy unverifiedEvidence() {
        return when(
                ReviewReason.UNVERIFIED_EVIDENCE,
                p ->
                        p.grade().criteria().stream()
                                .anyMatch(c -> c.foundQuotes() < c.claimedQuotes()));
    }

    static ReviewPolicy abstained() {
        return when(
                ReviewReason.ABSTAINED,
                p -> p.grade().criteria().stream().anyMatch(CriterionGrade::abstained));
    }

    static ReviewPolicy borderline(ReviewSettings settings) {
        return when(
                ReviewReason.BORDERLINE,
                p ->
                        !byRule(p)
                                && p.passMark()
                                        .filter(
                                                mark ->
                                                        isNear(p.grade(), mark, settings)
                                                                || isOpen(p.grade(), mark))
                                        .isPresent());
    }

    static ReviewPolicy sampled(double share) {
        return when(ReviewReason.SAMPLED, p -> !byRule(p) && lot(p) < share);
    }

    /**
     * By people's reviews of other answers to the question, which see through a grader's habits.
     */
    static ReviewPolicy contradicted() {
        return when(
                ReviewReason.GRADERS_DISAGREE,
                p ->
                        p.grade()
                                .grader()
                                .calibrated()
                                .filter(by -> by.contradicts(p.grade().share()))
                                .isPresent());
    }

    /** By the in-process grader, which no answer can talk round as it may a model. */
    static ReviewPolicy disputed(double most) {
        return when(
                ReviewReason.GRADERS_DISAGREE,
                p -> Confidence.distance(p.grade().confidenceBasis()) > most);
    }

    private static boolean isNear(Grade grade, BigDecimal passMark, ReviewSettings settings) {
        return grade.percentage().subtract(passMark).abs().compareTo(settings.borderline()) <= 0;
    }

    /** Whether the score could come to either side of the pass mark. */
    private static boolean isOpen(Grade grade, BigDecimal passMark) {
        ScoreRange range = grade.scoreRange();
        return grade.percentage(range.min()).compareTo(passMark) < 0
                && grade.percentage(range.max()).compareTo(passMark) >= 0;
    }

    /** A number of 0 to 1, evenly spread, that the grading's id alone decides. */
    private static double lot(Proposal proposal) {
        String digits = Sha256.of(proposal.id().value()).value();
        return Long.parseLong(digits.substring(digits.length() - 8), 16) / (double) (1L << 32);
    }

    private static boolean byRule(Proposal proposal) {
        return proposal.grade().grader().kind() == GraderKind.RULE;
    }

    private static ReviewPolicy when(ReviewReason reason, Predicate<Proposal> holds) {
        return proposal -> holds.test(proposal) ? Optional.of(reason) : Optional.empty();
    }
}
