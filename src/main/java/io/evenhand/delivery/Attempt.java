package io.evenhand.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to deliver, as the log keeps it.
 *
 * @param number counts the claims of its delivery, from 1; one that a crash ended leaves a gap
 * @param fault empty if it was delivered
 * @param millis how long it took
 */
public record Attempt(
        int number, Instant at, Optional<Integer> statusCode, Optional<Fault> fault, long millis) {}
