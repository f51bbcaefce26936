package io.evenhand.grading.scoring;

import io.evenhand.grading.ScoreRange;
import io.evenhand.grading.Verdict;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Adds up a rubric: earned points, then deductions, then the caps of required criteria that are not
 * met (with levels: that earned nothing), then 0 to the maximum. A criterion on which nothing can
 * be said counts 0 and caps nothing.
 */
public final class Scoring {

    private final Rubric rubric;

    public Scoring(Rubric rubric) {
        this.rubric = rubric;
    }

    /** The score for what became of each criterion, in the rubric's order. */
    public Points score(List<Verdict> verdicts) {
        Points sum =
                verdicts.stream()
                        .map(Verdict::earned)
                        .flatMap(Optional::stream)
                        .reduce(Points.ZERO, Points::plus);
        return capped(sum, verdicts).max(Points.ZERO).min(rubric.maxScore());
    }

    /** The least and the most that the score could come to if everything could be told. */
    public ScoreRange range(List<Verdict> verdicts) {
        return new ScoreRange(
                score(told(verdicts, Scoring::worst)), score(told(verdicts, Scoring::best)));
    }

    /** Whether the criterion is required and what became of it holds the score down. */
    static boolean caps(Criterion criterion, Verdict verdict) {
        return criterion.capAt().isPresent() && isNothing(criterion, verdict);
    }

    /** Whatever little the in-process grader gives; a lowest level may be worth points. */
    private static boolean isNothing(Criterion criterion, Verdict verdict) {
        boolean notMet = verdict instanceof Verdict.NotMet && !criterion.hasLevels();
        return notMet || verdict.earned().filter(Points.ZERO::equals).isPresent();
    }

    private Points capped(Points sum, List<Verdict> verdicts) {
        return IntStream.range(0, verdicts.size())
                .filter(i -> caps(rubric.criteria().get(i), verdicts.get(i)))
                .mapToObj(i -> rubric.criteria().get(i).capAt())
                .flatMap(Optional::stream)
                .reduce(sum, Points::min);
    }

    private List<Verdict> told(List<Verdict> verdicts, Function<Criterion, Verdict> otherwise) {
        return IntStream.range(0, verdicts.size())
                .mapToObj(
                        i ->
                                verdicts.get(i) instanceof Verdict.CannotTell
                                        ? otherwise.apply(rubric.criteria().get(i))
                                        : verdicts.get(i))
                .toList();
    }

    private static Verdict worst(Criterion criterion) {
        return criterion.isDeduction() ? applied(criterion) : nothing(criterion);
    }

    private static Verdict best(Criterion criterion) {
        return criterion.isDeduction() ? nothing(criterion) : applied(criterion);
    }

    private static Verdict applied(Criterion criterion) {
        return new Verdict.Met(criterion.points(), List.of());
    }

    private static Verdict nothing(Criterion criterion) {
        return new Verdict.NotMet(Verdicts.lowest(criterion));
    }
}
