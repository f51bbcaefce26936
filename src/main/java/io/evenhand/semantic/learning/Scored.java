package io.evenhand.semantic.learning;

/**
 * An answer and what a grader gave it.
 *
 * @param prior the grader's share of the maximum, 0 to 1
 */
public record Scored(double prior, Traits traits) {}
