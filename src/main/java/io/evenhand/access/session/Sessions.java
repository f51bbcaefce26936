package io.evenhand.access.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.evenhand.access.WaysIn;
import io.evenhand.access.limit.WallClock;
import io.evenhand.access.user.User;
import io.evenhand.access.user.Users;
import io.evenhand.platform.ServiceKey;
import io.evenhand.platform.Storage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps people signed in by a sealed cookie, so that any instance knows them. The database has the
 * last word: it is asked anew every few seconds whether the user is still there, and whether the
 * sign-in was ended.
 */
public class Sessions {

    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final Duration RENEWED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final SealedValue seal;
    private final SessionSettings settings;
    private final WaysIn waysIn;
    private final Users users;
    private final Storage storage;
    private final Clock clock;
    private final AsyncCache<Ticket, Optional<User>> found;

    public Sessions(
            ServiceKey key,
            SessionSettings settings,
            WaysIn waysIn,
            Users users,
            Storage storage,
            Clock clock) {
        this.seal = new SealedValue(key, "evenhand sign-in");
        this.settings = settings;
        this.waysIn = waysIn;
        this.users = users;
        this.storage = storage;
        this.clock = clock;
        WallClock time = new WallClock(clock);
        this.found =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(BELIEVED)
                        .ticker(time::currentTimeNanos)
                        .buildAsync();
    }

    /** Signs somebody in, by a cookie that replaces whatever the browser had. */
    public void begin(ServerWebExchange exchange, User user) {
        give(exchange, Ticket.of(user, clock.instant()));
    }

    /** Whoever the browser was signed in as, if they still are. */
    public Mono<User> find(ServerWebExchange exchange) {
        return Mono.justOrEmpty(ticket(exchange))
                .filter(this::isAlive)
                .flatMap(
                        ticket ->
                                look(ticket)
                                        .filter(user -> isFor(user, ticket))
                                        .doOnNext(user -> renew(exchange, ticket)));
    }

    /** Whether the browser brings a sign-in, whatever it is worth. */
    public static boolean isBrought(ServerWebExchange exchange) {
        return cookie(exchange).isPresent();
    }

    /** Ends this sign-in, here at once and elsewhere within seconds. */
    public Mono<Void> end(ServerWebExchange exchange) {
        Optional<Ticket> ticket = ticket(exchange).filter(this::isAlive);
        SessionCookie.remove(exchange);
        return Mono.justOrEmpty(ticket)
                .flatMap(
                        known ->
                                storage.inTransaction(
                                        () -> {
                                            users.endSession(
                                                    known.tenant(),
                                                    known.id(),
                                                    known.since().plus(settings.absolute()),
                                                    clock.instant());
                                            return true;
                                        }))
                .doOnNext(done -> forget())
                .then();
    }

    /** Believes nothing that was said before. */
    public void forget() {
        found.synchronous().invalidateAll();
    }

    private Mono<User> look(Ticket ticket) {
        Ticket key = ticket.seen(ticket.since());
        return Mono.fromFuture(() -> found.get(key, (it, executor) -> ask(it).toFuture()), true)
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Optional<User>> ask(Ticket ticket) {
        return storage.inTransaction(
                () -> users.signedIn(ticket.tenant(), ticket.user(), ticket.id()));
    }

    private boolean isFor(User user, Ticket ticket) {
        return !user.closed() && waysIn.admit(user) && user.version() == ticket.version();
    }

    private boolean isAlive(Ticket ticket) {
        Instant now = clock.instant();
        return now.isBefore(ticket.since().plus(settings.absolute()))
                && now.isBefore(ticket.seen().plus(settings.idle()));
    }

    private void renew(ServerWebExchange exchange, Ticket ticket) {
        Instant now = clock.instant();
        if (now.isAfter(ticket.seen().plus(RENEWED))) {
            give(exchange, ticket.seen(now));
        }
    }

    private void give(ServerWebExchange exchange, Ticket ticket) {
        SessionCookie.give(exchange, seal.seal(ticket.written()), settings.secure());
    }

    private Optional<Ticket> ticket(ServerWebExchange exchange) {
        return cookie(exchange).flatMap(seal::open).flatMap(Ticket::read);
    }

    private static Optional<String> cookie(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(SessionCookie.NAME))
                .map(HttpCookie::getValue);
    }
}
