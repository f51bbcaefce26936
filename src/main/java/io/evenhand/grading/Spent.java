package io.evenhand.grading;

import java.time.Instant;
import java.util.Optional;

/**
 * That a budget has nothing left.
 *
 * @param until when it has again; empty if it never will
 */
public record Spent(Optional<Instant> until) {

    public static final Spent FOR_GOOD = new Spent(Optional.empty());
}
