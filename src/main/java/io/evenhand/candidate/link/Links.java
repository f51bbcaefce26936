package io.evenhand.candidate.link;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links to candidates' pages. Calls block and belong into a transaction of the storage. */
public interface Links {

    void add(Link link);

    Optional<Link> find(TenantId tenant, String id);

    /** Oldest first. */
    List<Link> of(TenantId tenant, Target target);

    /** One that was revoked before stays as it was. */
    void revoke(TenantId tenant, String id, Instant now);

    /** Forgets those of all tenants that ended or were revoked before; how many there were. */
    int dropOverSince(Instant before);

    /** Forgets those to an answer, and those to whoever gave it. */
    void drop(TenantId tenant, GradingId grading, Optional<String> candidate);
}
