package io.evenhand.grading.audit;

import java.util.Optional;

/**
 * What a look at all of a tenant's audit found.
 *
 * @param unsealed entries that no seal covers yet
 * @param faults how many were found
 * @param first of them: of histories in the order of the gradings, then of seals
 * @param latest the newest seal, whose hash is worth keeping elsewhere
 */
public record Verification(
        int gradings,
        int entries,
        int seals,
        int unsealed,
        int faults,
        Optional<Fault> first,
        Optional<Seal> latest) {

    static final Verification NOTHING =
            new Verification(0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    public boolean isWhole() {
        return faults == 0;
    }

    /** This one, and what was looked at after it. */
    Verification and(Verification later) {
        return new Verification(
                gradings + later.gradings,
                entries + later.entries,
                seals + later.seals,
                unsealed + later.unsealed,
                faults + later.faults,
                first.or(() -> later.first),
                later.latest.or(() -> latest));
    }

    Verification and(Fault fault) {
        return and(new Verification(0, 0, 0, 0, 1, Optional.of(fault), Optional.empty()));
    }
}
