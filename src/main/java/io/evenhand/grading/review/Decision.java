package io.evenhand.grading.review;

import io.evenhand.grading.Feedback;
import io.evenhand.grading.Selection;
import io.evenhand.question.Points;
import java.util.Map;
import java.util.Optional;

/**
 * What a person says of a grading, checked against its rubric.
 *
 * @param points by the id of the criterion; those that are left out keep the machine's
 * @param feedback in place of the machine's, if there is any
 * @param reply words to the candidate, who appealed
 */
public record Decision(
        Map<String, Points> points,
        Optional<Feedback> feedback,
        Optional<String> reason,
        Selection selection,
        Optional<String> reply) {

    public Decision {
        points = Map.copyOf(points);
    }
}
