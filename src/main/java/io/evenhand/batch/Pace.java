package io.evenhand.batch;

import io.evenhand.grading.GradingId;
import java.time.Instant;
import java.util.Optional;

/**
 * How the grading of a batch goes on.
 *
 * @param pilotUntil the last grading of a pilot that is not done yet
 * @param budgetSpent whether no model is asked any more
 * @param startedAt when grading began, or went on after a pause
 * @param settledBefore gradings that were settled at that time
 */
public record Pace(
        Optional<GradingId> pilotUntil,
        boolean budgetSpent,
        Optional<Instant> startedAt,
        int settledBefore) {

    static final Pace NOT_STARTED = new Pace(Optional.empty(), false, Optional.empty(), 0);

    Pace started(Optional<GradingId> newPilotUntil, Instant now, int settled) {
        return new Pace(newPilotUntil, budgetSpent, Optional.of(now), settled);
    }

    Pace spent() {
        return new Pace(pilotUntil, true, startedAt, settledBefore);
    }
}
