package io.evenhand.batch;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Many answers handed in as one: the aggregate that guards its own states.
 *
 * @param touchedAt when a line was last added
 * @param completedAt when nothing of it was open any more
 */
public record Batch(
        BatchId id,
        TenantId tenant,
        BatchStatus status,
        Terms terms,
        Received received,
        Pace pace,
        Instant createdAt,
        Instant touchedAt,
        Optional<Instant> completedAt) {

    static Batch receiving(BatchId id, TenantId tenant, Terms terms, Instant now) {
        return new Batch(
                id,
                tenant,
                BatchStatus.RECEIVING,
                terms,
                Received.NOTHING,
                Pace.NOT_STARTED,
                now,
                now,
                Optional.empty());
    }

    /** The upload comes again; the one before may add nothing more. */
    Batch receivedAgain(Instant now) {
        require(BatchStatus.RECEIVING);
        return with(status, received.again(), pace, now, completedAt);
    }

    Batch received(Received more, Instant now) {
        require(BatchStatus.RECEIVING);
        return with(status, more, pace, now, completedAt);
    }

    /** The upload is whole, and grading may start. */
    Batch started(Optional<GradingId> pilotUntil, Instant now) {
        require(BatchStatus.RECEIVING);
        return with(
                BatchStatus.RUNNING, received, pace.started(pilotUntil, now, 0), now, completedAt);
    }

    /** The pilot is graded. */
    Batch paused() {
        require(BatchStatus.RUNNING);
        return with(BatchStatus.PAUSED, received, pace, touchedAt, completedAt);
    }

    /** The upload is whole, and nothing of it is graded before somebody says so. */
    Batch held(Instant now) {
        require(BatchStatus.RECEIVING);
        return with(BatchStatus.PAUSED, received, pace, now, completedAt);
    }

    /**
     * @param pilotUntil the last grading before it pauses once more
     * @param settled gradings that were settled before the pause
     */
    Batch resumed(Optional<GradingId> pilotUntil, int settled, Instant now) {
        require(BatchStatus.PAUSED);
        return with(
                BatchStatus.RUNNING,
                received,
                pace.started(pilotUntil, now, settled),
                touchedAt,
                completedAt);
    }

    Batch spent() {
        return with(status, received, pace.spent(), touchedAt, completedAt);
    }

    Batch completed(Instant now) {
        require(BatchStatus.RUNNING);
        return with(BatchStatus.COMPLETED, received, pace, touchedAt, Optional.of(now));
    }

    /** Nothing more of it is begun; what is open is still to be cancelled. */
    Batch cancelled() {
        if (status.isOver()) {
            throw new IllegalStateException("a batch in " + status + " cannot be cancelled");
        }
        return with(BatchStatus.CANCELLED, received, pace, touchedAt, Optional.empty());
    }

    /** It was cancelled, and nothing of it is open any more. */
    Batch closed(Instant now) {
        require(BatchStatus.CANCELLED);
        return with(status, received, pace, touchedAt, Optional.of(now));
    }

    private void require(BatchStatus needed) {
        if (status != needed) {
            throw new IllegalStateException("a batch is " + status + " and not " + needed);
        }
    }

    private Batch with(
            BatchStatus newStatus,
            Received newReceived,
            Pace newPace,
            Instant newTouchedAt,
            Optional<Instant> newCompletedAt) {
        return new Batch(
                id,
                tenant,
                newStatus,
                terms,
                newReceived,
                newPace,
                createdAt,
                newTouchedAt,
                newCompletedAt);
    }
}
