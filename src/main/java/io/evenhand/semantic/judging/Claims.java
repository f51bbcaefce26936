package io.evenhand.semantic.judging;

import io.evenhand.grading.Claim;
import io.evenhand.grading.CriterionJudgement;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns findings into what the grader claims of each criterion. */
final class Claims {

    /** From these shares of its points on a criterion counts as partly met, and as met. */
    private static final double PARTLY = .35;

    private static final double MET = .75;

    private Claims() {}

    static CriterionJudgement of(Criterion criterion, Optional<Finding> finding, Words words) {
        return finding.map(found -> awarded(criterion, found, words))
                .orElseGet(() -> cannotTell(criterion, words));
    }

    /** Whether the finding is worth words of the answer as its evidence. */
    static boolean isQuoted(Finding finding) {
        return finding.share() >= PARTLY;
    }

    static boolean isPartly(Finding finding) {
        return finding.share() < MET;
    }

    private static CriterionJudgement awarded(Criterion criterion, Finding finding, Words words) {
        boolean readable = !finding.passages().isEmpty();
        Points points = readable ? criterion.points().times(decimal(finding.share())) : Points.ZERO;
        List<String> quotes = isEvidenceNeeded(points, criterion) ? finding.passages() : List.of();
        String verdict = quotes.isEmpty() ? "nothing" : isPartly(finding) ? "partly" : "covered";
        return new CriterionJudgement(
                criterion.id(),
                new Claim.Awarded(points),
                words.say("reason." + verdict),
                quotes,
                finding.confidence(),
                OptionalDouble.empty());
    }

    /** By the points, since rounding may lift a share that is just below the border. */
    private static boolean isEvidenceNeeded(Points points, Criterion criterion) {
        Points border = criterion.points().times(decimal(PARTLY));
        return points.compareTo(border) >= 0 && points.isPositive();
    }

    private static CriterionJudgement cannotTell(Criterion criterion, Words words) {
        return new CriterionJudgement(
                criterion.id(),
                new Claim.CannotTell(),
                words.say(criterion.isDeduction() ? "reason.deduction" : "reason.unclear"),
                List.of(),
                0,
                OptionalDouble.empty());
    }

    private static BigDecimal decimal(double share) {
        return BigDecimal.valueOf(share);
    }
}
