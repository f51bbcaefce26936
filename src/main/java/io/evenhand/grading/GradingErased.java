package io.evenhand.grading;

/**
 * The texts of a grading have been erased; published in the transaction that erases them, so that
 * whoever keeps something that was made of them listens plainly and drops it with them or not at
 * all. Work that was on its way meanwhile may have made more of it: then it is said once more.
 *
 * @param before the grading with its texts, which nobody keeps
 */
public record GradingErased(Grading before) {}
