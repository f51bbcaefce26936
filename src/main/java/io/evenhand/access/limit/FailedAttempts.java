package io.evenhand.access.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.platform.Sha256;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps keys from being guessed at speed. From where too many unknown ones came, keys are not
 * looked at for a while, but for those that were right from there before: one who guesses does not
 * lock out whoever shares the address. Each instance counts by itself.
 */
public final class FailedAttempts {

    /** Addresses, and keys that were right, at most. */
    private static final int MOST = 10_000;

    private static final Duration TRUSTED = Duration.ofHours(24);

    private final Quota quota;
    private final TimeMeter time;
    private final Counter failures;
    private final Cache<String, Bucket> buckets;
    private final Cache<Trusted, Boolean> trusted;

    public FailedAttempts(Quota quota, Clock clock, MeterRegistry metrics) {
        this.quota = quota;
        this.time = new WallClock(clock);
        this.failures =
                Counter.builder("evenhand.keys.unknown")
                        .description("Requests with an API key that is not known")
                        .register(metrics);
        this.buckets = remembering(quota.window());
        this.trusted = remembering(TRUSTED);
    }

    private <K, V> Cache<K, V> remembering(Duration unused) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(unused)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** How long a key from there is not looked at; empty if it may be. */
    public Optional<Duration> shut(String origin, String key) {
        return Optional.ofNullable(buckets.getIfPresent(origin))
                .map(bucket -> bucket.estimateAbilityToConsume(1))
                .filter(probe -> !probe.canBeConsumed())
                .filter(probe -> trusted.getIfPresent(Trusted.of(origin, key)) == null)
                .map(EstimationProbe::getNanosToWaitForRefill)
                .map(Duration::ofNanos);
    }

    public void failed(String origin) {
        failures.increment();
        if (quota.limits()) {
            buckets.get(origin, unknown -> bucket()).tryConsume(1);
        }
    }

    public void succeeded(String origin, String key) {
        if (quota.limits()) {
            trusted.put(Trusted.of(origin, key), true);
        }
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(quota.bandwidth()).withCustomTimePrecision(time).build();
    }

    private record Trusted(String origin, Sha256 key) {

        static Trusted of(String origin, String key) {
            return new Trusted(origin, Sha256.of(key));
        }
    }
}
