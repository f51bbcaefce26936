package io.evenhand.grading;

import java.time.Instant;
import java.util.Optional;

/**
 * That a person decided, and what the machine had said.
 *
 * @param reviewer who decided, as the history names them
 * @param selection how the answer came to be reviewed; once chosen at random it stays so, whatever
 *     later decisions were made for
 * @param reply words to the candidate, who appealed
 * @param machine the machine's last grade; empty if it had none
 */
public record Review(
        String reviewer,
        Optional<String> reason,
        Instant reviewedAt,
        Selection selection,
        Optional<String> reply,
        Optional<Grade> machine) {

    /** Of a decision that is about to be made. */
    public static Review by(
            String reviewer, Optional<String> reason, Instant now, Selection selection) {
        return new Review(reviewer, reason, now, selection, Optional.empty(), Optional.empty());
    }

    public Review replying(Optional<String> words) {
        return new Review(reviewer, reason, reviewedAt, selection, words, machine);
    }

    /** The same with what is known of the grading that it decides on. */
    Review on(Grading grading) {
        boolean random =
                selection == Selection.RANDOM
                        || grading.review()
                                .filter(before -> before.selection() == Selection.RANDOM)
                                .isPresent()
                        || grading.machineGrade().stream()
                                .anyMatch(g -> g.reviewReasons().contains(ReviewReason.SAMPLED));
        return new Review(
                reviewer,
                reason,
                reviewedAt,
                random ? Selection.RANDOM : Selection.REASON,
                reply,
                grading.machineGrade());
    }
}
