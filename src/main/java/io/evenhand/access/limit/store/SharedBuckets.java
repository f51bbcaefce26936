package io.evenhand.access.limit.store;

import io.evenhand.access.limit.Allowance;
import io.evenhand.access.limit.Buckets;
import io.evenhand.access.limit.Quota;
import io.evenhand.access.limit.WallClock;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Buckets that all instances share, without a round trip to the database for each request: an
 * instance counts by itself for a second or a part of the quota, whichever ends first, and then
 * settles with the others. So each further instance may let in that part too much, which the bucket
 * then owes and pays back. Requests that come at once settle together.
 */
@Repository
class SharedBuckets implements Buckets {

    /** What one instance may let in before it settles: so much of a quota, and for so long. */
    private static final int PART = 20;

    private static final Duration UNSETTLED = Duration.ofSeconds(1);

    private final BucketRows rows;
    private final WallClock time;
    private final Duration patience;

    /** As many as operators have configured; one that failed is made anew. */
    private final Map<BucketId, Mono<AsyncBucketProxy>> buckets = new ConcurrentHashMap<>();

    /**
     * @param patience a request does not wait longer than that to be counted
     */
    SharedBuckets(
            JdbcClient jdbc,
            Storage storage,
            Clock clock,
            @Value("${evenhand.access.counting-timeout:500ms}") Duration patience) {
        this.patience = patience;
        this.time = new WallClock(clock);
        this.rows = new BucketRows(jdbc, storage, time);
    }

    /** The work is others' as well: whoever goes away does not cancel it. */
    @Override
    public Mono<Allowance> take(TenantId tenant, String key, Quota quota) {
        BucketId id = BucketId.of(tenant, key, quota);
        Mono<AsyncBucketProxy> bucket = buckets.computeIfAbsent(id, unknown -> made(id, quota));
        return bucket.flatMap(
                        made -> Mono.fromFuture(() -> made.tryConsumeAndReturnRemaining(1), true))
                .timeout(patience)
                .doOnError(error -> buckets.remove(id, bucket))
                .map(SharedBuckets::allowance);
    }

    /**
     * Filled before it is asked by many: the library's queue does not always answer all who find a
     * bucket missing at the same time.
     */
    private Mono<AsyncBucketProxy> made(BucketId id, Quota quota) {
        BucketConfiguration full =
                BucketConfiguration.builder().addLimit(quota.bandwidth()).build();
        return Mono.fromFuture(
                        () -> rows.asAsync().builder().build(id, full).getAvailableTokens(), true)
                .map(
                        tokens ->
                                rows.asAsync()
                                        .builder()
                                        .withOptimization(optimization(quota))
                                        .build(id, full))
                .cacheInvalidateIf(made -> false);
    }

    private Optimization optimization(Quota quota) {
        long unsettled = quota.requests() / PART;
        return unsettled == 0
                ? Optimizations.batching()
                : new DelayOptimization(
                        new DelayParameters(unsettled, UNSETTLED),
                        NopeOptimizationListener.INSTANCE,
                        time);
    }

    private static Allowance allowance(ConsumptionProbe probe) {
        return new Allowance(
                probe.isConsumed(),
                Math.max(0, probe.getRemainingTokens()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }
}
