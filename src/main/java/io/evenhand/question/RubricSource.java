package io.evenhand.question;

/**
 * Where the rubric of a grading came from: the request, the bank, or made from the model answer.
 */
public enum RubricSource {
    GIVEN,
    QUESTION,
    DEFAULT
}
