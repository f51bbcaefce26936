package io.evenhand.review.queue;

import io.evenhand.grading.CriterionGrade;
import io.evenhand.grading.Grade;
import io.evenhand.grading.Review;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What one of two readers made of an answer.
 *
 * @param share of the maximum, 0 to 1
 */
public record Reading(String reader, Instant at, double share, List<Given> given) {

    public Reading {
        given = List.copyOf(given);
    }

    static Reading of(Grade grade, Review review) {
        return new Reading(
                review.reviewer(),
                review.reviewedAt(),
                grade.share(),
                grade.criteria().stream().map(Given::of).toList());
    }

    /** Points and verdict on one criterion. */
    public record Given(String criterion, BigDecimal points, String verdict) {

        static Given of(CriterionGrade grade) {
            return new Given(
                    grade.id(),
                    grade.verdict().earned().map(p -> p.value()).orElse(BigDecimal.ZERO),
                    grade.verdict().label());
        }
    }
}
