package io.evenhand.grading;

import io.evenhand.question.Points;

/** A verdict as a grader claims it, before its evidence was looked for. */
public sealed interface Claim {

    /** Fully met; of a deduction, that it applies. */
    record Met() implements Claim {}

    /** Half met, where the criterion allows it. */
    record Partly() implements Claim {}

    /** Not met; of a deduction, that it does not apply. */
    record NotMet() implements Claim {}

    /** Nothing can be said either way. */
    record CannotTell() implements Claim {}

    /** Reached the level of this label. */
    record AtLevel(String label) implements Claim {}

    /** Earned so many points, 0 to the criterion's own; only the in-process grader says so. */
    record Awarded(Points points) implements Claim {}
}
