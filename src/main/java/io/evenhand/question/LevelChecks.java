package io.evenhand.question;

import io.evenhand.platform.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the levels of a criterion and says all that is wrong with them. */
final class LevelChecks {

    private final CriterionDocument document;
    private final String pointer;
    private final Violations violations;

    LevelChecks(CriterionDocument document, String pointer, Violations violations) {
        this.document = document;
        this.pointer = pointer + "/levels";
        this.violations = violations;
    }

    /**
     * @param most the points of the criterion, which its highest level must earn
     */
    List<Level> read(Points most) {
        List<@Nullable LevelDocument> given = document.levels();
        if (given == null || most.isNegative()) {
            return List.of();
        }
        violations.require(
                given.size() >= 2 && given.size() <= Limits.LEVELS,
                pointer,
                "a criterion has no levels or 2 to " + Limits.LEVELS);
        if (given.size() > Limits.LEVELS) {
            return List.of();
        }
        violations.require(
                !Boolean.TRUE.equals(document.partial()),
                pointer,
                "levels say what part is earned: leave partial out");
        List<Level> levels = levels(given);
        if (levels.size() == given.size() && !levels.isEmpty()) {
            requireRising(levels, most);
        }
        return levels;
    }

    private List<Level> levels(List<@Nullable LevelDocument> given) {
        Set<String> labels = new HashSet<>();
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            LevelDocument level = given.get(i);
            String at = pointer + "/" + i;
            if (level == null) {
                violations.add(at, "is null");
                continue;
            }
            Optional<String> label =
                    Limits.text(level.label(), at + "/label", Limits.NAME, violations)
                            .filter(
                                    text ->
                                            violations.require(
                                                    labels.add(text),
                                                    at + "/label",
                                                    "stands twice"));
            Optional<Points> points = Limits.points(level.points(), at + "/points", violations);
            label.ifPresent(text -> points.ifPresent(p -> levels.add(new Level(text, p))));
        }
        return levels;
    }

    private void requireRising(List<Level> levels, Points most) {
        violations.require(
                !levels.getFirst().points().isNegative(),
                pointer + "/0/points",
                "the lowest level earns 0 or more");
        for (int i = 1; i < levels.size(); i++) {
            violations.require(
                    levels.get(i).points().compareTo(levels.get(i - 1).points()) > 0,
                    pointer + "/" + i + "/points",
                    "does not rise above the level before");
        }
        violations.require(
                levels.getLast().points().equals(most),
                pointer + "/" + (levels.size() - 1) + "/points",
                "the highest level earns exactly the points of its criterion");
    }
}
