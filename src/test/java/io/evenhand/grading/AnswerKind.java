package io.evenhand.grading;

import java.util.Locale;

/** Where an answer comes from with which the shipped bank is tried. */
enum AnswerKind {
    /** The question's own model answer, of several the one that earns least. */
    MODEL,
    /**
     * The model answer of the next question of the same category, on another subject of the field.
     */
    NEXT,
    /** One and the same story of a deadline, as something quite different. */
    FAR,
    GOOD,
    HALF,
    WRONG;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
