package io.evenhand.grading.audit;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.util.Optional;

/** Goes along the seals of a tenant, the oldest first. */
final class SealWalk {

    private final Optional<Sha256> kept;
    private Sha256 before;
    private int number;
    private boolean met;

    /**
     * @param kept the hash of a seal that is to be there
     */
    SealWalk(TenantId tenant, Optional<Sha256> kept) {
        this.kept = kept;
        this.before = SealChain.start(tenant);
    }

    int number() {
        return number;
    }

    Verification next(Seal seal, AuditTrail.Covered covered) {
        Verification one = new Verification(0, 0, 1, 0, 0, Optional.empty(), Optional.of(seal));
        Verification seen = fault(seal, covered).map(one::and).orElse(one);
        before = seal.hash();
        number = seal.number();
        met |= kept.filter(seal.hash()::equals).isPresent();
        return seen;
    }

    private Optional<Fault> fault(Seal seal, AuditTrail.Covered covered) {
        if (seal.number() != number + 1) {
            return Optional.of(Fault.ofSeal(Fault.Kind.SEAL_MISSING, number + 1));
        }
        if (!SealChain.follows(before, seal)) {
            return Optional.of(Fault.ofSeal(Fault.Kind.SEAL_CHANGED, seal.number()));
        }
        return covered.equals(new AuditTrail.Covered(seal.gradings(), seal.entries(), seal.root()))
                ? Optional.empty()
                : Optional.of(Fault.ofSeal(Fault.Kind.SEALED_CHANGED, seal.number()));
    }

    /** When all have been passed. */
    Verification end() {
        return kept.isEmpty() || met
                ? Verification.NOTHING
                : Verification.NOTHING.and(
                        new Fault(
                                Fault.Kind.SEAL_UNKNOWN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }
}
