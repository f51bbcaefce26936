package io.evenhand.authoring.draft;

import io.evenhand.question.Points;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes points of weights: as round as people would choose them, and adding up. */
final class Shares {

    private static final List<Points> STEPS =
            Stream.of("1", "0.5", "0.25", "0.1", "0.01").map(Points::of).toList();

    private Shares() {}

    static List<Points> of(Points points, List<Integer> weights) {
        return STEPS.stream()
                .filter(points::isMultipleOf)
                .map(step -> points.split(weights, step))
                .filter(parts -> parts.stream().allMatch(Points::isPositive))
                .filter(parts -> areInOrder(parts, weights))
                .findFirst()
                .orElseGet(() -> points.split(weights));
    }

    /** What weighs more is worth more. */
    private static boolean areInOrder(List<Points> parts, List<Integer> weights) {
        return IntStream.range(0, parts.size())
                .allMatch(
                        i ->
                                IntStream.range(0, parts.size())
                                        .filter(j -> weights.get(i) > weights.get(j))
                                        .allMatch(j -> parts.get(i).compareTo(parts.get(j)) > 0));
    }
}
