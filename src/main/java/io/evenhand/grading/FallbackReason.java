package io.evenhand.grading;

/** Why no large language model graded; the thing that ended the attempt. */
public enum FallbackReason {
    NO_MODEL_CONFIGURED,
    CIRCUIT_OPEN,
    MODELS_EXHAUSTED,
    DEADLINE,
    OVERLOADED,
    BUDGET_SPENT,
    CONTENT_REFUSED
}
