package io.evenhand.grading;

import io.evenhand.question.Points;
import java.util.List;
import java.util.Optional;

/**
 * What a candidate's answer to a question of the bank came to, without the answer.
 *
 * @param candidate as the answer named whoever gave it
 * @param score empty while there is none, and where none could be made
 * @param reviewReasons why a person should look at it; empty once a person did
 * @param noGrade why none could be made
 */
public record Mark(
        String candidate,
        String questionId,
        int questionVersion,
        GradingId grading,
        GradingStatus status,
        Optional<Score> score,
        List<ReviewReason> reviewReasons,
        Optional<UngradedReason> noGrade) {

    public Mark {
        reviewReasons = List.copyOf(reviewReasons);
    }

    /** Points, and what they could come to. */
    public record Score(Points points, Points max, ScoreRange range) {}
}
