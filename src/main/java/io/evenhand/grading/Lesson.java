package io.evenhand.grading;

/**
 * An answer that a person reviewed.
 *
 * @param answer as it was sent
 * @param prior the share of the maximum that the machine gave, before any calibration, 0 to 1
 * @param human the share that the person gave, 0 to 1
 */
public record Lesson(String answer, double prior, double human) {}
