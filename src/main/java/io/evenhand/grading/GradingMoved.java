package io.evenhand.grading;

/**
 * A grading has moved on; published in the transaction that stores the move, so that whoever
 * listens plainly writes with it or not at all. Claims are no moves that anybody hears of.
 */
public record GradingMoved(Grading before, Grading after) {

    /** Whether the move stored a grade, or that none could be made: revisions count those. */
    public boolean isNewGrade() {
        return after.revision() > before.revision();
    }
}
