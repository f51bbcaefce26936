package io.evenhand.grading.scoring;

import io.evenhand.grading.ScoreRange;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Rubric;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Adds up a rubric: earned points, then deductions, then the caps of required criteria that earned
 * nothing, then 0 to the maximum. A criterion on which nothing can be said counts 0 and caps
 * nothing.
 */
public final class Scoring {

    private final Rubric rubric;

    public Scoring(Rubric rubric) {
        this.rubric = rubric;
    }

    /**
     * The score for what each criterion earned, in the rubric's order; empty where that cannot be
     * told.
     */
    public Points score(List<Optional<Points>> earned) {
        Points sum = earned.stream().flatMap(Optional::stream).reduce(Points.ZERO, Points::plus);
        return capped(sum, earned).max(Points.ZERO).min(rubric.maxScore());
    }

    /** The least and the most that the score could come to if everything could be told. */
    public ScoreRange range(List<Optional<Points>> earned) {
        return new ScoreRange(
                score(told(earned, Scoring::worst)), score(told(earned, Scoring::best)));
    }

    private Points capped(Points sum, List<Optional<Points>> earned) {
        return IntStream.range(0, earned.size())
                .filter(i -> earned.get(i).filter(Points.ZERO::equals).isPresent())
                .mapToObj(i -> rubric.criteria().get(i).capAt())
                .flatMap(Optional::stream)
                .reduce(sum, Points::min);
    }

    private List<Optional<Points>> told(
            List<Optional<Points>> earned, Function<Criterion, Points> otherwise) {
        return IntStream.range(0, earned.size())
                .mapToObj(
                        i ->
                                earned.get(i)
                                        .or(
                                                () ->
                                                        Optional.of(
                                                                otherwise.apply(
                                                                        rubric.criteria().get(i)))))
                .toList();
    }

    private static Points worst(Criterion criterion) {
        return criterion.hasLevels()
                ? criterion.levels().getFirst().points()
                : criterion.points().min(Points.ZERO);
    }

    private static Points best(Criterion criterion) {
        return criterion.points().max(Points.ZERO);
    }
}
