package io.evenhand.access.key;

import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys that were made here. */
public interface MadeKeys {

    void add(MadeKey key, Sha256 secret);

    /** Oldest first. */
    List<MadeKey> of(TenantId tenant);

    Optional<MadeKey> find(TenantId tenant, KeyId id);

    /** The same, which nobody else changes until the transaction ends. */
    Optional<MadeKey> lock(TenantId tenant, KeyId id);

    /** Whose secret it is, and until when. */
    Optional<Held> holder(Sha256 secret);

    /** Gives the key another secret; those it has end by then. */
    void rotate(MadeKey key, Sha256 secret, Instant end);

    void revoke(MadeKey key, Instant now);

    /** Notes a use, unless one was noted since then. */
    void used(TenantId tenant, KeyId id, Instant now, Instant since);

    /** Whether there is one of any tenant that opens anything. */
    boolean areThereAny(Instant now);

    /**
     * A secret that was found.
     *
     * @param hash by which it was found
     * @param endsAt when a rotation ends it
     */
    record Held(MadeKey key, Sha256 hash, Optional<Instant> endsAt) {

        boolean isAlive(Instant now) {
            return key.isAlive(now) && endsAt.map(now::isBefore).orElse(true);
        }
    }
}
