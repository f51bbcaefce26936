package io.evenhand.grading;

/**
 * A passage of the answer as it was sent, found there and not merely claimed.
 *
 * @param quote the passage itself
 * @param start in UTF-16 code units
 * @param end exclusive
 */
public record Evidence(String quote, int start, int end) {}
