package io.evenhand.review.queue;

import io.evenhand.grading.GradingId;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The review queue. Calls block and belong into a transaction of the storage. */
public interface Queue {

    /**
     * Writes what became of a grading; who holds it, has it assigned or flagged it stays as it is.
     *
     * @param question how its question is called in the filter
     */
    void put(QueueItem item, String question);

    /** Forgets a grading, and how its question is called if no other one has it. */
    void drop(TenantId tenant, GradingId id);

    Optional<QueueItem> find(TenantId tenant, GradingId id);

    /** The least sure first. */
    List<QueueItem> page(Page page);

    /** How many there are, but no more than the given number. */
    int count(TenantId tenant, QueueFilter filter, int most);

    /** What a page could approve as it is: at least so sure, nothing open, nobody decided. */
    List<QueueItem> approvable(
            TenantId tenant, QueueFilter filter, double confidence, Desk desk, int most);

    /**
     * Takes an item for a time, unless somebody else has it.
     *
     * @return who has it now
     */
    Optional<QueueItem.Hold> hold(TenantId tenant, GradingId id, Desk desk, Instant until);

    /** Gives an item back, if this desk has it. */
    void release(TenantId tenant, GradingId id, Desk desk);

    void assign(TenantId tenant, GradingId id, Optional<String> assignee);

    void flag(TenantId tenant, GradingId id, Optional<String> by);

    void secondAsked(TenantId tenant, GradingId id, String by);

    /** Labels of questions by their key, the newest questions first. */
    Map<String, String> questions(TenantId tenant, int most);

    /** Queries of a person's saved filters by their names. */
    Map<String, String> filters(TenantId tenant, String owner);

    void saveFilter(TenantId tenant, String owner, String name, String query);

    void dropFilter(TenantId tenant, String owner, String name);

    /** Takes some gradings of before there was a queue off the list of them. */
    List<Old> takeBacklog(int most);

    /** A grading of before there was a queue. */
    record Old(TenantId tenant, GradingId id) {}

    /**
     * A page of the queue.
     *
     * @param after where the page before ended
     * @param free whose desk it is for, if only what nobody else has or should not read again
     */
    record Page(
            TenantId tenant,
            QueueFilter filter,
            Optional<QueueItem.Position> after,
            Optional<Desk> free,
            int limit) {}
}
