package io.evenhand.question;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a rubric looks for.
 *
 * @param id unique within its rubric
 * @param points what it earns when met; negative for a deduction, never zero
 * @param levels from the lowest to the highest, whose points are {@code points}; empty if there are
 *     none
 * @param partial whether half of the points can be earned, where there are no levels
 * @param capAt present if the criterion is required: the most that the whole score can be when this
 *     criterion is not met, or with levels, earned nothing
 */
public record Criterion(
        String id,
        String description,
        Points points,
        List<Level> levels,
        boolean partial,
        Optional<Points> capAt) {

    public Criterion {
        levels = List.copyOf(levels);
    }

    /** A criterion that is met or not. */
    public static Criterion of(String id, String description, Points points) {
        return new Criterion(id, description, points, List.of(), false, Optional.empty());
    }

    public boolean isDeduction() {
        return points.isNegative();
    }

    public boolean hasLevels() {
        return !levels.isEmpty();
    }

    public Criterion withPartial() {
        return new Criterion(id, description, points, levels, true, capAt);
    }

    public Criterion withLevels(List<Level> newLevels) {
        return new Criterion(id, description, points, newLevels, false, capAt);
    }
}
