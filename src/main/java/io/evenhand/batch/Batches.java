package io.evenhand.batch;

import io.evenhand.grading.BatchId;
import io.evenhand.grading.GradingId;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All batches of all tenants. Calls block and belong into a transaction of the storage. */
public interface Batches {

    /**
     * Stores a new batch.
     *
     * @return false if its key stands for another one already; nothing was stored then
     */
    boolean add(Batch batch, Optional<Sha256> key);

    Optional<Batch> find(TenantId tenant, BatchId id);

    /** The same, with nobody else changing it until the transaction ends. */
    Optional<Batch> lock(TenantId tenant, BatchId id);

    /** The newest first. */
    List<Batch> newest(TenantId tenant, int most);

    /** What a key stands for, if its batch was begun after the given time. */
    Optional<Batch> byKey(TenantId tenant, Sha256 key, Instant begunAfter);

    /** Lets a key stand for something new, if its batch was begun by the given time. */
    void freeKey(TenantId tenant, Sha256 key, Instant begunBy);

    /** Stores what has changed. */
    void update(Batch batch);

    void addLines(Batch batch, List<BatchLine> lines);

    /**
     * Lets a line say nothing but which grading it became; an upload that is resumed differs there.
     */
    void dropLine(TenantId tenant, GradingId grading);

    /** In the order of the upload. */
    List<BatchLine> lines(TenantId tenant, BatchId id, int after, int most);

    /** Those that became nothing, in the order of the upload. */
    List<BatchLine> rejected(TenantId tenant, BatchId id, int most);

    /**
     * The grading of the n-th line that became one; empty if there are not more than n, so that a
     * pilot would be all of it.
     */
    Optional<GradingId> pilot(TenantId tenant, BatchId id, int n);

    /** Of all tenants, the oldest first. */
    List<Batch> running();

    /** Of all tenants: cancelled ones that may have open gradings. */
    List<Batch> closing();

    /** Of all tenants: uploads to which no line was added since the given time. */
    List<Batch> stale(Instant touchedBy);
}
