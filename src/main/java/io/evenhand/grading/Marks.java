package io.evenhand.grading;

import io.evenhand.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What candidates got for questions of the bank. Of several answers to one question the newest
 * counts, unless it was cancelled. Calls block, in a storage transaction.
 */
public interface Marks {

    /** Who answered at least one of the questions, in a fixed order, those after the given one. */
    List<String> candidates(
            TenantId tenant, Collection<String> questionIds, Optional<String> after, int limit);

    /** At most one mark for each of these candidates and questions. */
    List<Mark> of(TenantId tenant, Collection<String> questionIds, Collection<String> candidates);
}
