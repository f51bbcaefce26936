package io.evenhand.grading.audit;

import io.evenhand.grading.GradingId;
import java.util.Optional;

/**
 * Something that is not as it was written.
 *
 * @param grading empty if it is of a seal
 * @param entry number of the entry in its history, from 1
 * @param seal number of the seal, from 1
 */
public record Fault(
        Kind kind, Optional<GradingId> grading, Optional<Integer> entry, Optional<Integer> seal) {

    public static Fault ofGrading(Kind kind, GradingId grading) {
        return new Fault(kind, Optional.of(grading), Optional.empty(), Optional.empty());
    }

    public static Fault ofEntry(GradingId grading, int entry) {
        return new Fault(
                Kind.ENTRY_CHANGED, Optional.of(grading), Optional.of(entry), Optional.empty());
    }

    public static Fault ofSeal(Kind kind, int seal) {
        return new Fault(kind, Optional.empty(), Optional.empty(), Optional.of(seal));
    }

    /** The ways in which something can differ. */
    public enum Kind {
        /** An entry, or its place in the history, is not what was appended. */
        ENTRY_CHANGED,
        /** The grading is not what its last entry says: status, revision or a text differ. */
        GRADING_CHANGED,
        /** There is a history, and no grading. */
        GRADING_MISSING,
        /** There is a grading, and no history. */
        HISTORY_MISSING,
        /** The entries that a seal covers are not those that it was made of. */
        SEALED_CHANGED,
        /** A seal is not what was written. */
        SEAL_CHANGED,
        /** A seal is gone. */
        SEAL_MISSING,
        /** No seal has the hash that was kept elsewhere. */
        SEAL_UNKNOWN
    }
}
