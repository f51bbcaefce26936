package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Criterion;
import io.evenhand.question.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether every level can be reached, and none without doing anything. */
final class LevelsCheck implements RubricCheck {

    @Override
    public Stream<Finding> apply(Subject subject) {
        return subject.earning()
                .filter(Criterion::hasLevels)
                .flatMap(
                        criterion ->
                                Stream.concat(alike(criterion), forNothing(criterion).stream()));
    }

    private static Stream<Finding> alike(Criterion criterion) {
        Map<String, Level> seen = new HashMap<>();
        return criterion.levels().stream()
                .flatMap(
                        level ->
                                Optional.ofNullable(seen.putIfAbsent(folded(level), level)).stream()
                                        .map(before -> alike(criterion, before, level)));
    }

    private static Finding alike(Criterion criterion, Level lower, Level higher) {
        return Finding.of(
                Code.LEVEL_UNREACHABLE,
                criterion.id(),
                "The levels of %s and %s points have the same label, so that no grader can tell them apart: say what the higher one asks for beyond the lower."
                        .formatted(Plain.of(lower.points()), Plain.of(higher.points())));
    }

    private static String folded(Level level) {
        return level.label().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    private static Optional<Finding> forNothing(Criterion criterion) {
        List<Level> levels = criterion.levels();
        return Optional.of(levels.getFirst())
                .filter(lowest -> lowest.points().isPositive())
                .map(
                        lowest ->
                                Finding.of(
                                        Code.LEVEL_FOR_NOTHING,
                                        criterion.id(),
                                        "The lowest level earns %s points, so an answer that says nothing of it gets them: begin with a level of 0 points."
                                                .formatted(Plain.of(lowest.points()))));
    }
}
