package io.evenhand.grading.audit;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.time.Instant;

/** Chains the seals of a tenant, each of which stands on the one before it. */
public final class SealChain {

    private SealChain() {}

    public static Sha256 start(TenantId tenant) {
        return Sha256.of("seals of " + tenant.value());
    }

    /** The seal with its hash. */
    public static Seal sealed(
            Sha256 before, int number, Instant at, int gradings, int entries, Sha256 root) {
        String line =
                String.join(
                        "\n",
                        before.value(),
                        Integer.toString(number),
                        at.toString(),
                        Integer.toString(gradings),
                        Integer.toString(entries),
                        root.value());
        return new Seal(number, at, gradings, entries, root, Sha256.of(line));
    }

    /** Whether it is what was written after a seal with that hash. */
    static boolean follows(Sha256 before, Seal seal) {
        return sealed(
                        before,
                        seal.number(),
                        seal.sealedAt(),
                        seal.gradings(),
                        seal.entries(),
                        seal.root())
                .equals(seal);
    }
}
