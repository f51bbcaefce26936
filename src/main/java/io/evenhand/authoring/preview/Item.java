package io.evenhand.authoring.preview;

import io.evenhand.grading.GradingId;
import java.util.Optional;

/**
 * One answer of a preview.
 *
 * @param seq counts from 1
 * @param comparison present once it was graded again, or could not be
 * @param pending what apply would store; empty where it would store nothing, or has
 */
public record Item(
        int seq,
        GradingId grading,
        Status status,
        Optional<Comparison> comparison,
        Optional<PendingGrade> pending) {

    static Item open(int seq, GradingId grading) {
        return new Item(seq, grading, Status.OPEN, Optional.empty(), Optional.empty());
    }

    Item failed(Comparison why) {
        return new Item(seq, grading, Status.FAILED, Optional.of(why), Optional.empty());
    }

    Item compared(Comparison what, Optional<PendingGrade> grade) {
        return new Item(seq, grading, Status.COMPARED, Optional.of(what), grade);
    }

    /** As somebody sees it who is not to know what the answer got. */
    Item withheld() {
        return new Item(
                seq, grading, status, comparison.map(ignored -> Comparison.withheld()), pending);
    }

    /** Where an answer of a preview stands. */
    public enum Status {
        OPEN,
        COMPARED,
        /** No grade could be made that compares. */
        FAILED,
        /** The grading has a new revision. */
        APPLIED,
        /** The grading has changed since the preview, and was left as it is. */
        CHANGED,
        /** A person decided, and no machine changes that. */
        REVIEWED
    }
}
