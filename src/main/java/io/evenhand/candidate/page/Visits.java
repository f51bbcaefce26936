package io.evenhand.candidate.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.access.Origin;
import io.evenhand.candidate.CandidateSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Counts requests by address, so that nobody tries links at speed; each instance for itself. */
@Component
class Visits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Addresses, at most. */
    private static final int MOST = 10_000;

    private final int most;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Visits(CandidateSettings settings, Clock clock) {
        this.most = settings.visits();
        this.time = new ByClock(clock);
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterAccess(WINDOW)
                        .ticker(time::currentTimeNanos)
                        .build();
    }

    /** Whether one more request from there is served. */
    boolean admits(ServerWebExchange exchange) {
        String origin = Origin.of(exchange.getRequest().getRemoteAddress());
        return buckets.get(origin, unknown -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private record ByClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
