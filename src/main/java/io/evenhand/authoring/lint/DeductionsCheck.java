package io.evenhand.authoring.lint;

import io.evenhand.authoring.lint.Finding.Code;
import io.evenhand.question.Points;
import java.util.stream.Stream;

/** Whether deductions can take what they say. */
final class DeductionsCheck implements RubricCheck {

    @Override
    public Stream<Finding> apply(Subject subject) {
        Points most = subject.rubric().maxScore();
        return subject.deductions()
                .filter(deduction -> most.plus(deduction.points()).isNegative())
                .map(
                        deduction ->
                                Finding.of(
                                        Code.DEDUCTION_BEYOND_MAXIMUM,
                                        deduction.id(),
                                        "It takes more than the %s points that can be earned, and no score goes below 0: %s is as much as it can take."
                                                .formatted(Plain.of(most), Plain.of(most))));
    }
}
