package io.evenhand.semantic;

/**
 * An answer and what a grader gave it.
 *
 * @param prior the grader's share of the maximum, 0 to 1
 */
record Scored(double prior, Traits traits) {}
