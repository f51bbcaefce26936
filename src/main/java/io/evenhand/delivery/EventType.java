package io.evenhand.delivery;

import io.evenhand.grading.Grading;
import io.evenhand.grading.GradingMoved;
import io.evenhand.grading.GradingStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What clients can hear of. */
public enum EventType {
    /**
     * The first result of a grading, whatever it is: {@code GRADED}, {@code PROVISIONAL}, {@code
     * NEEDS_REVIEW} or {@code UNGRADED}.
     */
    GRADING_COMPLETED("grading.completed"),
    /** Every later result: by a model that is back, by a rubric of today, or by a person. */
    GRADING_REVISED("grading.revised"),
    /** A result that asks for a person, told beside one of the two above; or an appeal, alone. */
    GRADING_REVIEW_NEEDED("grading.review_needed"),
    /** Nothing of a batch is open any more; one that was cancelled is never told of. */
    BATCH_COMPLETED("batch.completed");

    private final String label;

    EventType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<EventType> of(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    /** What a move is to clients; most are nothing. */
    static Set<EventType> of(GradingMoved moved) {
        if (!moved.isNewGrade()) {
            return isAppeal(moved) ? Set.of(GRADING_REVIEW_NEEDED) : Set.of();
        }
        Set<EventType> types =
                EnumSet.of(moved.before().revision() == 0 ? GRADING_COMPLETED : GRADING_REVISED);
        if (asksForAPerson(moved.after())) {
            types.add(GRADING_REVIEW_NEEDED);
        }
        return types;
    }

    private static boolean isAppeal(GradingMoved moved) {
        return moved.after().isAppealed() && !moved.before().isAppealed();
    }

    /** A provisional grade may, too; a grade that a person gave never does. */
    private static boolean asksForAPerson(Grading grading) {
        return grading.status() != GradingStatus.REVIEWED
                && grading.grade().filter(grade -> !grade.reviewReasons().isEmpty()).isPresent();
    }
}
