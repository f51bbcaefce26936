package io.evenhand.access.limit.store;

import io.evenhand.access.limit.WallClock;
import io.evenhand.platform.Storage;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.Request;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Buckets as rows, by SQL that H2 and PostgreSQL both understand. The library's own would take
 * connections of their own and block whoever asks.
 */
final class BucketRows extends AbstractSelectForUpdateBasedProxyManager<BucketId> {

    private final JdbcClient jdbc;
    private final Storage storage;

    BucketRows(JdbcClient jdbc, Storage storage, WallClock time) {
        super(ClientSideConfig.getDefault().withClientClock(time));
        this.jdbc = jdbc;
        this.storage = storage;
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(
            BucketId id, Optional<Long> timeoutNanos) {
        return new BucketRow(jdbc, id);
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    @Override
    public <T> CompletableFuture<CommandResult<T>> executeAsync(BucketId id, Request<T> request) {
        CompletableFuture<CommandResult<T>> result = new CompletableFuture<>();
        storage.inTransaction(() -> execute(id, request))
                .subscribe(result::complete, result::completeExceptionally);
        return result;
    }

    @Override
    public void removeProxy(BucketId id) {
        throw new UnsupportedOperationException("a bucket stays: full, it is as good as none");
    }
}
