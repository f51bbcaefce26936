package io.evenhand.authoring.preview;

import io.evenhand.authoring.preview.Comparison.Crossing;
import io.evenhand.grading.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What a preview comes to so far; answers that a person decided on are counted apart.
 *
 * @param compared machine grades with a grade to compare
 * @param meanChange in percentage points, two decimals; empty where nothing was compared
 * @param passUp how many would pass that do not now
 * @param passDown how many would no longer pass
 * @param reviewed answers that a person decided on, whose grade stays
 * @param failed answers without a grade to compare
 */
public record Summary(
        int total,
        int done,
        int compared,
        int moved,
        int up,
        int down,
        Optional<BigDecimal> meanChange,
        int passUp,
        int passDown,
        int reviewed,
        int failed,
        Usage usage) {

    private static final int DECIMALS = 2;

    /** Adds up what is there. */
    public static Summary of(List<Item> items) {
        List<Comparison> all = items.stream().flatMap(item -> item.comparison().stream()).toList();
        List<Comparison> machines =
                all.stream().filter(c -> !c.reviewed() && c.change().isPresent()).toList();
        List<BigDecimal> changes =
                machines.stream().flatMap(comparison -> comparison.change().stream()).toList();
        return new Summary(
                items.size(),
                all.size(),
                machines.size(),
                count(changes, 1) + count(changes, -1),
                count(changes, 1),
                count(changes, -1),
                mean(changes),
                crossing(machines, Crossing.UP),
                crossing(machines, Crossing.DOWN),
                (int) all.stream().filter(Comparison::reviewed).count(),
                (int) all.stream().filter(comparison -> comparison.trouble().isPresent()).count(),
                all.stream().map(Comparison::usage).reduce(Usage.NONE, Usage::plus));
    }

    private static int count(List<BigDecimal> changes, int sign) {
        return (int) changes.stream().filter(change -> change.signum() == sign).count();
    }

    private static int crossing(List<Comparison> comparisons, Crossing way) {
        return (int)
                comparisons.stream()
                        .filter(c -> c.crosses().filter(way::equals).isPresent())
                        .count();
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> changes) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        changes.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(
                                        BigDecimal.valueOf(changes.size()),
                                        DECIMALS,
                                        RoundingMode.HALF_UP));
    }
}
