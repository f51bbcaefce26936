package io.evenhand.grading.scoring;

import io.evenhand.grading.Claim;
import io.evenhand.grading.Evidence;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Turns what a grader claims into a verdict, as far as verified evidence carries it. */
public final class Verdicts {

    /** Shares of a criterion's points from which it counts as met or partly met (API contract). */
    private static final BigDecimal MET = new BigDecimal("0.75");

    private static final BigDecimal PARTLY = new BigDecimal("0.35");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final String UNPROVEN = "The answer does not hold what was quoted for it.";

    private Verdicts() {}

    public static Verdict of(Criterion criterion, Claim claim, List<Evidence> evidence) {
        Verdict verdict = believed(criterion, claim, evidence);
        boolean needsEvidence = verdict instanceof Verdict.Met || verdict instanceof Verdict.Partly;
        return needsEvidence && evidence.isEmpty() ? new Verdict.CannotTell(UNPROVEN) : verdict;
    }

    /** What a person's points come to; their word needs no evidence. */
    public static Verdict decided(Criterion criterion, Points points, List<Evidence> evidence) {
        boolean nothing =
                criterion.isDeduction()
                        ? points.equals(Points.ZERO)
                        : points.compareTo(lowest(criterion)) <= 0;
        if (nothing) {
            return new Verdict.NotMet(points);
        }
        return criterion.isDeduction() || points.equals(criterion.points())
                ? new Verdict.Met(points, evidence)
                : new Verdict.Partly(points, evidence);
    }

    private static Verdict believed(Criterion criterion, Claim claim, List<Evidence> evidence) {
        return switch (claim) {
            case Claim.Met ignored -> new Verdict.Met(criterion.points(), evidence);
            case Claim.Partly ignored when criterion.partial() ->
                    new Verdict.Partly(criterion.points().half(), evidence);
            case Claim.Partly ignored ->
                    new Verdict.CannotTell("This criterion is met or not; half is no answer.");
            case Claim.NotMet ignored -> new Verdict.NotMet(lowest(criterion));
            case Claim.CannotTell ignored -> new Verdict.CannotTell("The grader could not tell.");
            case Claim.AtLevel at -> atLevel(criterion, at.label(), evidence);
            case Claim.Awarded awarded -> awarded(criterion, awarded.points(), evidence);
        };
    }

    /** The label of the level that a verdict comes to; empty where there is none. */
    public static Optional<String> level(Criterion criterion, Verdict verdict) {
        if (!criterion.hasLevels()) {
            return Optional.empty();
        }
        return switch (verdict) {
            case Verdict.Met ignored -> Optional.of(criterion.levels().getLast().label());
            case Verdict.NotMet ignored -> Optional.of(criterion.levels().getFirst().label());
            case Verdict.Partly partly -> Optional.of(between(criterion.levels(), partly.points()));
            case Verdict.CannotTell ignored -> Optional.empty();
        };
    }

    /** The highest level not above the points, but neither end of the scale where it has more. */
    private static String between(List<Level> levels, Points points) {
        List<Level> inner = levels.subList(1, levels.size() - 1);
        return inner.stream()
                .filter(level -> level.points().compareTo(points) <= 0)
                .reduce((lower, higher) -> higher)
                .or(() -> inner.stream().findFirst())
                .orElseGet(levels::getFirst)
                .label();
    }

    /** What a criterion gives at the least; of a deduction, that it does not apply. */
    static Points lowest(Criterion criterion) {
        return criterion.hasLevels() ? criterion.levels().getFirst().points() : Points.ZERO;
    }

    private static Verdict atLevel(Criterion criterion, String label, List<Evidence> evidence) {
        List<Level> levels = criterion.levels();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).label().equals(label)) {
                return step(criterion, i, evidence);
            }
        }
        return new Verdict.CannotTell("The criterion has no such level.");
    }

    private static Verdict step(Criterion criterion, int step, List<Evidence> evidence) {
        Points points = criterion.levels().get(step).points();
        if (step == 0) {
            return new Verdict.NotMet(points);
        }
        return step == criterion.levels().size() - 1
                ? new Verdict.Met(points, evidence)
                : new Verdict.Partly(points, evidence);
    }

    private static Verdict awarded(Criterion criterion, Points given, List<Evidence> evidence) {
        if (criterion.isDeduction()) {
            return new Verdict.CannotTell("Whether a deduction applies, only a model can say.");
        }
        Points points = given.max(Points.ZERO).min(criterion.points());
        if (reaches(MET, points, criterion)) {
            return new Verdict.Met(points, evidence);
        }
        return reaches(PARTLY, points, criterion)
                ? new Verdict.Partly(points, evidence)
                : new Verdict.NotMet(points);
    }

    /** The most that a fallback may award where it has no passage to show: just not partly met. */
    static BigDecimal mostWithoutEvidence(Criterion criterion) {
        BigDecimal border = criterion.points().value().multiply(PARTLY);
        return border.setScale(2, RoundingMode.CEILING).subtract(CENT).max(BigDecimal.ZERO);
    }

    /** Reckoned without rounding, which of small points would make nothing a part. */
    private static boolean reaches(BigDecimal share, Points points, Criterion criterion) {
        return points.value().compareTo(criterion.points().value().multiply(share)) >= 0;
    }
}
