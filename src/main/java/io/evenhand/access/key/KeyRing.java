package io.evenhand.access.key;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.access.limit.WallClock;
import io.evenhand.platform.Sha256;
import io.evenhand.platform.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the holder of a secret. What the database said is believed for a few seconds, so that a key
 * that is revoked at one instance is dead at all others after them.
 */
@Component
public class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final MadeKeys keys;
    private final Storage storage;
    private final Clock clock;
    private final AsyncCache<Sha256, Optional<MadeKeys.Held>> found;
    private final Cache<KeyId, Boolean> noted;

    KeyRing(MadeKeys keys, Storage storage, Clock clock) {
        this.keys = keys;
        this.storage = storage;
        this.clock = clock;
        WallClock time = new WallClock(clock);
        this.found =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(BELIEVED)
                        .ticker(time::currentTimeNanos)
                        .buildAsync();
        this.noted =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(NOTED)
                        .ticker(time::currentTimeNanos)
                        .build();
    }

    /** The key of that secret, if it is alive; its use is noted beside the request. */
    public Mono<MadeKey> find(String secret) {
        if (!KeySecret.isWellFormed(secret)) {
            return Mono.empty();
        }
        Sha256 hash = Sha256.of(secret);
        return Mono.fromFuture(() -> found.get(hash, (key, executor) -> look(key).toFuture()), true)
                .flatMap(Mono::justOrEmpty)
                .filter(held -> same(held.hash(), hash) && held.isAlive(clock.instant()))
                .map(MadeKeys.Held::key)
                .doOnNext(this::note);
    }

    private Mono<Optional<MadeKeys.Held>> look(Sha256 hash) {
        return storage.inTransaction(() -> keys.holder(hash));
    }

    private static boolean same(Sha256 one, Sha256 other) {
        return MessageDigest.isEqual(
                one.value().getBytes(StandardCharsets.US_ASCII),
                other.value().getBytes(StandardCharsets.US_ASCII));
    }

    private void note(MadeKey key) {
        if (noted.asMap().putIfAbsent(key.id(), true) != null) {
            return;
        }
        Instant now = clock.instant();
        storage.inTransaction(
                        () -> {
                            keys.used(key.tenant(), key.id(), now, now.minus(NOTED));
                            return true;
                        })
                .subscribe(
                        done -> {},
                        e -> LOG.warn("a use was not noted: {}", e.getClass().getName()));
    }

    /** Believes nothing that was said before. */
    void forget() {
        found.synchronous().invalidateAll();
    }
}
