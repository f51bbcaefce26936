package io.evenhand.authoring.preview;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All previews of all tenants. Calls block and belong into a transaction of the storage. */
public interface Previews {

    /** Stores a new one with an open item for each answer, in their order. */
    void add(Preview preview, List<GradingId> answers);

    Optional<Preview> find(TenantId tenant, PreviewId id);

    /** In the order of their numbers. */
    List<Item> items(TenantId tenant, PreviewId id);

    /** Takes up those of all tenants that nobody works on, the oldest first. */
    List<Preview> claim(int most, Instant now, Instant until);

    /**
     * Holds one longer.
     *
     * @return false if it is gone, has ended, or was taken up by somebody else since
     */
    boolean hold(Preview claimed, Instant until);

    /** Stores what came of an open item; of another one it changes nothing. */
    void record(TenantId tenant, PreviewId id, Item item);

    /** Stores what became of a compared item, and lets go of its grade; once only. */
    void settle(TenantId tenant, PreviewId id, int seq, Item.Status fate);

    /**
     * Lets go of all that previews hold of a grading that was erased: open items get what is given,
     * compared ones lose their grade.
     */
    void drop(TenantId tenant, GradingId grading, Comparison gone);

    /** Stores how one stands that nobody else has taken up since. */
    void update(Preview preview);

    /** Whether there was one to forget. */
    boolean forget(TenantId tenant, PreviewId id);

    /** Forgets those of all tenants that were made before the given time. */
    int forget(Instant createdBefore);
}
