package io.evenhand.question;

import io.evenhand.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The question bank: immutable versions of each question. Calls block, in a storage transaction.
 */
public interface Questions {

    /** The version in force: the latest that is no draft, unless that retired the question. */
    Optional<Question> published(TenantId tenant, String id);

    /** One version, whatever its status. */
    Optional<Question> version(TenantId tenant, String id, int version);

    /** The latest version, whatever its status. */
    Optional<Entry> latest(TenantId tenant, String id);

    /** One version with all that the bank knows of it. */
    Optional<Entry> entry(TenantId tenant, String id, int version);

    List<Entry> find(EntryQuery query);

    /**
     * Of each of these questions that the bank has, the version in force; of one that never was in
     * force, the latest.
     */
    List<Entry> current(TenantId tenant, Collection<String> ids);

    /** Adds the first version of a question; empty if the bank has a question of that id. */
    Optional<Entry> add(TenantId tenant, Entry entry);

    /** Adds the next version of a question; empty unless its latest is the expected one. */
    Optional<Entry> renew(TenantId tenant, Entry entry, int expected);

    /** Adds a version of a question, whether it is the first or not. */
    Entry put(TenantId tenant, Entry entry);

    /** Adds the next version of a question that has no profile. */
    default QuestionRef publish(TenantId tenant, String id, Question question) {
        Entry entry = new Entry(id, QuestionStatus.PUBLISHED, question, Profile.NONE);
        return put(tenant, entry).question().ref().orElseThrow();
    }

    boolean isEmpty(TenantId tenant);
}
