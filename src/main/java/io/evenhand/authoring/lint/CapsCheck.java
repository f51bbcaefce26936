package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether caps do what they are for. */
final class CapsCheck implements RubricCheck {

    @Override
    public Stream<Finding> apply(Subject subject) {
        return subject.earning()
                .flatMap(
                        criterion ->
                                criterion.capAt().stream()
                                        .flatMap(cap -> of(subject, criterion, cap).stream()));
    }

    private static Optional<Finding> of(Subject subject, Criterion criterion, Points cap) {
        Points without = subject.rubric().maxScore().minus(criterion.points());
        if (earnsAnyway(criterion)) {
            return Optional.of(
                    Finding.of(
                            Code.CAP_NEVER_ACTS,
                            criterion.id(),
                            "The cap acts when the criterion earns nothing, but its lowest level earns something: begin with a level of 0 points."));
        }
        if (cap.compareTo(without) >= 0) {
            return Optional.of(
                    Finding.of(
                            Code.CAP_NEVER_ACTS,
                            criterion.id(),
                            "Whoever misses this criterion gets %s points at most, so a cap at %s changes nothing: lower it, or leave it out."
                                    .formatted(Plain.of(without), Plain.of(cap))));
        }
        return passPoints(subject)
                .filter(pass -> cap.compareTo(pass) >= 0)
                .map(
                        pass ->
                                Finding.of(
                                        Code.CAP_LETS_PASS,
                                        criterion.id(),
                                        "The cap at %s points is not below the pass mark of %s, so an answer passes without this criterion: lower it if the criterion is to be required."
                                                .formatted(Plain.of(cap), Plain.of(pass))));
    }

    private static boolean earnsAnyway(Criterion criterion) {
        return criterion.hasLevels() && criterion.levels().getFirst().points().isPositive();
    }

    private static Optional<Points> passPoints(Subject subject) {
        return subject.question()
                .passMark()
                .map(percent -> subject.rubric().maxScore().times(percent.movePointLeft(2)))
                .filter(points -> points.value().compareTo(BigDecimal.ZERO) > 0);
    }
}
