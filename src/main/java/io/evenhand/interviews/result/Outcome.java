package io.evenhand.interviews.result;

import java.math.BigDecimal;

/** Whether a candidate reached the pass mark of an interview. */
public enum Outcome {
    PASSED,
    FAILED,
    /** A question has no grade yet that this could rest on: none at all, or a provisional one. */
    OPEN;

    static Outcome of(Tally total, BigDecimal passMark) {
        if (!total.isComplete()) {
            return OPEN;
        }
        return total.reaches(passMark) ? PASSED : FAILED;
    }
}
