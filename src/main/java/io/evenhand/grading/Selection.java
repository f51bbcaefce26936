package io.evenhand.grading;

/**
 * How an answer came to be reviewed. Only a random sample teaches what people think of answers in
 * general: what was looked at because it seemed wrong is wrong more often.
 */
public enum Selection {
    RANDOM,
    REASON
}
