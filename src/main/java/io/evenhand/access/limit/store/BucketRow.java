package io.evenhand.access.limit.store;

import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row of a bucket, locked in the transaction of the storage, which begins and ends it. */
record BucketRow(JdbcClient jdbc, BucketId id) implements SelectForUpdateBasedTransaction {

    @Override
    public LockAndGetResult tryLockAndGet(Optional<Long> timeoutNanos) {
        List<Optional<byte[]>> found =
                jdbc.sql(
                                """
                                select state from rate_bucket
                                where tenant = :tenant and id = :id for update""")
                        .param("tenant", id.tenant().value())
                        .param("id", id.value())
                        .query((row, number) -> Optional.ofNullable(row.getBytes("state")))
                        .list();
        return found.isEmpty()
                ? LockAndGetResult.notLocked()
                : LockAndGetResult.locked(found.getFirst().orElse(null));
    }

    @Override
    public boolean tryInsertEmptyData(Optional<Long> timeoutNanos) {
        jdbc.sql(
                        """
                        insert into rate_bucket (tenant, id) values (:tenant, :id)
                        on conflict do nothing""")
                .param("tenant", id.tenant().value())
                .param("id", id.value())
                .update();
        return true;
    }

    @Override
    public void update(byte[] data, RemoteBucketState state, Optional<Long> timeoutNanos) {
        jdbc.sql("update rate_bucket set state = :state where tenant = :tenant and id = :id")
                .param("state", data)
                .param("tenant", id.tenant().value())
                .param("id", id.value())
                .update();
    }

    @Override
    public void begin(Optional<Long> timeoutNanos) {}

    @Override
    public void commit(Optional<Long> timeoutNanos) {}

    @Override
    public void rollback() {}

    @Override
    public void release() {}
}
