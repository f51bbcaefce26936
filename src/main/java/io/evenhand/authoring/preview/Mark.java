package io.evenhand.authoring.preview;

import io.evenhand.grading.Grade;
import io.evenhand.grading.GraderKind;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an answer got, in numbers.
 *
 * @param percentage of the maximum, one decimal
 * @param passed empty where the question has no pass mark
 */
public record Mark(
        Points score,
        Points maxScore,
        BigDecimal percentage,
        Optional<Boolean> passed,
        GraderKind grader) {

    static Mark of(Grade grade, Question question) {
        BigDecimal percentage = grade.percentage();
        return new Mark(
                grade.score(),
                grade.maxScore(),
                percentage,
                question.passMark().map(mark -> percentage.compareTo(mark) >= 0),
                grade.grader().kind());
    }
}
