package io.evenhand.grading;

import io.evenhand.platform.Sha256;
import io.evenhand.question.Points;
import java.time.Instant;
import java.util.Optional;

/**
 * One move of a grading, as the audit keeps it.
 *
 * @param seq counts from 1 within the grading
 * @param cause why it was released, not graded or cancelled, as a reason or a kind of fault
 * @param contentHash keyed hash of the texts as they were then; the texts themselves are not here
 * @param hash of this entry and of the hash before it
 */
public record HistoryEntry(
        int seq,
        Instant at,
        Event event,
        String actor,
        GradingStatus status,
        int revision,
        Optional<Points> score,
        Optional<Provenance> grader,
        Optional<String> cause,
        Sha256 contentHash,
        Sha256 hash) {

    private static final String SOMEBODY = "another reader";

    /**
     * Without what it came to, and without who did it unless that is whoever looks: a reader is to
     * judge for themselves.
     */
    public HistoryEntry unseen(String reader) {
        boolean person = event.isPersons() && !actor.equals(reader);
        return new HistoryEntry(
                seq,
                at,
                event,
                person ? SOMEBODY : actor,
                status,
                revision,
                Optional.empty(),
                Optional.empty(),
                cause,
                contentHash,
                hash);
    }

    /** What happened to a grading. */
    public enum Event {
        ACCEPTED,
        CLAIMED,
        RELEASED,
        GRADED,
        UNGRADED,
        CANCELLED,
        REGRADE_ASKED,
        REVIEWED,
        /** A decision was taken back by whoever had made it. */
        REOPENED,
        /** Somebody asked for another reader. */
        SECOND_READING,
        /** The candidate asked for another look. */
        APPEALED,
        /** What the candidate wrote is gone. */
        ERASED;

        /** Whether a reader does it. */
        boolean isPersons() {
            return this == REVIEWED || this == REOPENED || this == SECOND_READING;
        }
    }
}
