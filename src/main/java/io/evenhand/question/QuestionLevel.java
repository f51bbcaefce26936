package io.evenhand.question;

/** How much a question asks of a candidate. */
public enum QuestionLevel {
    BASIC,
    INTERMEDIATE,
    ADVANCED,
    EXPERT
}
