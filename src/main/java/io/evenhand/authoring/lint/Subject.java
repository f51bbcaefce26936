package io.evenhand.authoring.lint;

import io.evenhand.question.Criterion;
import io.evenhand.question.Points;
import io.evenhand.question.Question;
import io.evenhand.question.Rubric;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rubric that is looked at, and the question that it belongs to.
 *
 * @param points what the rubric should come to, if that was said
 * @param language BCP 47 tag of both, if that is known
 */
public record Subject(
        Question question, Rubric rubric, Optional<Points> points, Optional<String> language) {

    Stream<Criterion> criteria() {
        return rubric.criteria().stream();
    }

    Stream<Criterion> earning() {
        return criteria().filter(criterion -> !criterion.isDeduction());
    }

    Stream<Criterion> deductions() {
        return criteria().filter(Criterion::isDeduction);
    }
}
