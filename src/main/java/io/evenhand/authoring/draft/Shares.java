package io.evenhand.authoring.draft;

import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Makes points of weights: as round as people would choose them, and adding up. */
final class Shares {

    private static final List<Points> STEPS =
            Stream.of("1", "0.5", "0.25", "0.1", "0.01").map(Points::of).toList();

    /** So many steps a criterion, or rounding would say something else than the weights do. */
    private static final long FINE = 2;

    private Shares() {}

    static List<Points> of(Points points, List<Integer> weights) {
        return STEPS.stream()
                .filter(points::isMultipleOf)
                .filter(step -> isFine(points, step, weights.size()))
                .map(step -> points.split(weights, step))
                .filter(parts -> parts.stream().allMatch(Points::isPositive))
                .findFirst()
                .orElseGet(() -> points.split(weights));
    }

    private static boolean isFine(Points points, Points step, long criteria) {
        Points least = step.times(BigDecimal.valueOf(FINE * criteria));
        return points.compareTo(least) >= 0;
    }
}
