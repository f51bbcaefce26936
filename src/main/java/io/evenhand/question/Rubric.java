package io.evenhand.question;

import java.util.List;

/** The criteria that an answer is graded by, in the order in which they are shown. */
public record Rubric(List<Criterion> criteria) {

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** The sum of all positive points: the most that an answer can score. */
    public Points maxScore() {
        return criteria.stream()
                .filter(criterion -> !criterion.isDeduction())
                .map(Criterion::points)
                .reduce(Points.ZERO, Points::plus);
    }
}
