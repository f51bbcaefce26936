package io.evenhand.grading;

/** Who graded: a large language model, the in-process grader, or a rule that needs neither. */
public enum GraderKind {
    LLM,
    SEMANTIC,
    RULE
}
