package io.evenhand.authoring.lint;

import io.evenhand.grading.work.DryRun;

/**
 * An answer that should get all or nothing, and what it got.
 *
 * @param number of the model answer, from 1; 0 for the blank one
 */
public record Trial(Kind kind, int number, DryRun run) {

    /** What sort of answer was tried. */
    public enum Kind {
        /** Should get full marks. */
        MODEL_ANSWER,
        /** Should get nothing. */
        BLANK
    }
}
