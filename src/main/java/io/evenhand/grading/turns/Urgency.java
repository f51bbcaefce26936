package io.evenhand.grading.turns;

import java.util.Locale;

/** What is to go before what, the most urgent first. */
public enum Urgency {
    /** Somebody waits for the grade. */
    INTERACTIVE,
    /** A first grade that is fetched later: batches, and single answers that asked not to wait. */
    BULK,
    /** There is a grade, and a better one is wanted. */
    REGRADE;

    /** As metrics name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
