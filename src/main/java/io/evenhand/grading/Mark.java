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
 * @param reviewer who decided on it, if somebody did
 * @param waits whether a person is asked for, also once more
 * @param kept whether what it came to is kept from whoever looks
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
        Optional<String> reviewer,
        boolean waits,
        boolean kept,
        Optional<UngradedReason> noGrade) {

    public Mark {
        reviewReasons = List.copyOf(reviewReasons);
    }

    /** The same without what it came to, for a reader who is to judge for themselves. */
    public Mark unseen() {
        return new Mark(
                candidate,
                questionId,
                questionVersion,
                grading,
                status,
                Optional.empty(),
                List.of(),
                reviewer,
                waits,
                true,
                Optional.empty());
    }

    /** Points, and what they could come to. */
    public record Score(Points points, Points max, ScoreRange range) {}
}
