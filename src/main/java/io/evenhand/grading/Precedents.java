package io.evenhand.grading;

import java.time.Instant;
import java.util.Optional;

/**
 * What models said of answers, of all tenants, where every instance finds it. Calls block and
 * belong into a transaction of the storage.
 */
public interface Precedents {

    /** What is known of identical work, unless it has expired by then. */
    Optional<Precedent> find(Work work, Instant now);

    /** The id of what {@link #find} would give, without the rest of it. */
    Optional<String> id(Work work, Instant now);

    /** Keeps it unless something is known of the same work, which then stays. */
    void add(Precedent precedent, Instant now);

    /** Keeps it in the place of whatever is known of the same work. */
    void replace(Precedent precedent);

    /**
     * Forgets all that was said of an answer; and all of the tenant's that was hidden with another
     * key, among which it may be.
     *
     * @return how many it was
     */
    int forget(AnswerHash answer);

    /** Forgets what has expired, and of the rest the oldest but so many. */
    int tidy(Instant now, int most);
}
