package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Points;
import java.util.stream.Stream;

/** Whether what can be earned is what the question says it is worth. */
final class PointsCheck implements RubricCheck {

    @Override
    public Stream<Finding> apply(Subject subject) {
        Points sum = subject.rubric().maxScore();
        return subject.points().filter(points -> !points.equals(sum)).stream()
                .map(
                        points ->
                                Finding.ofWhole(
                                        Code.POINTS_DO_NOT_ADD_UP,
                                        "The criteria come to %s points, the question to %s: change one of them, or leave the question's points out."
                                                .formatted(Plain.of(sum), Plain.of(points))));
    }
}
