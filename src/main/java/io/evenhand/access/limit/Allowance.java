package io.evenhand.access.limit;

import java.time.Duration;

/**
 * What came of asking a bucket for a token.
 *
 * @param left tokens that are left
 * @param next until there is a token again; zero if one was granted
 * @param full until the bucket is full again, if nobody asks meanwhile
 */
public record Allowance(boolean granted, long left, Duration next, Duration full) {}
