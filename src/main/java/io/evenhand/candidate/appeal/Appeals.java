package io.evenhand.candidate.appeal;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.util.List;
import java.util.Optional;

/** What candidates have against grades. Calls block and belong into a transaction. */
public interface Appeals {

    /** False if there is one against the same grade. */
    boolean add(Appeal appeal);

    /** Against all grades of an answer, oldest first. */
    List<Appeal> of(TenantId tenant, GradingId grading);

    /** Says of the last appeal what came of it, or that it is open again. */
    void decide(TenantId tenant, GradingId grading, int revision, Optional<Appeal.Decision> what);

    void drop(TenantId tenant, GradingId grading);
}
