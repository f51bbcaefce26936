package io.evenhand.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.access.key.MadeKeys;
import io.evenhand.access.user.Users;
import io.evenhand.platform.Storage;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether whoever reaches the service may do everything: as long as it listens to this machine
 * alone and has neither keys nor a provider in its settings nor an admin. The first admin ends
 * that, at other instances within seconds.
 */
@Component
public class LocalAccess {

    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final AccessSettings settings;
    private final ServerProperties server;
    private final Users users;
    private final MadeKeys keys;
    private final Storage storage;
    private final Clock clock;
    private final AsyncLoadingCache<Boolean, Boolean> admins;

    private volatile boolean ended;

    LocalAccess(
            AccessSettings settings,
            ServerProperties server,
            Users users,
            MadeKeys keys,
            Storage storage,
            Clock clock) {
        this.settings = settings;
        this.server = server;
        this.users = users;
        this.keys = keys;
        this.storage = storage;
        this.clock = clock;
        this.admins =
                Caffeine.newBuilder()
                        .refreshAfterWrite(BELIEVED)
                        .buildAsync((any, executor) -> look().toFuture());
    }

    /** Whether the service listens where nobody but this machine reaches it. */
    boolean listensHereOnly() {
        InetAddress address = server.getAddress();
        return address != null && address.isLoopbackAddress();
    }

    /**
     * Whether anybody could show who they are: by a key, a provider, or as an admin. Asks the
     * database.
     */
    boolean isAnybodyKnown() {
        return !settings.keys().isEmpty()
                || settings.oidc() != null
                || users.isThereAnAdmin()
                || keys.areThereAny(clock.instant());
    }

    /** Whether the service is open to whoever is on this machine. */
    public Mono<Boolean> isOpen() {
        if (ended || !settings.keys().isEmpty() || settings.oidc() != null || !listensHereOnly()) {
            return Mono.just(false);
        }
        return Mono.fromFuture(() -> admins.get(true), true).map(admin -> !admin);
    }

    private Mono<Boolean> look() {
        return storage.inTransaction(users::isThereAnAdmin)
                .doOnNext(admin -> ended = ended || admin);
    }

    /** An admin was made here. */
    public void end() {
        ended = true;
    }
}
