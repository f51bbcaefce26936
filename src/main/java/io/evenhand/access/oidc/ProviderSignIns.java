package io.evenhand.access.oidc;

import io.evenhand.access.Origin;
import io.evenhand.access.Tenants;
import io.evenhand.access.audit.AccessEvent.Action;
import io.evenhand.access.audit.AccessEvent.Outcome;
import io.evenhand.access.audit.Trail;
import io.evenhand.access.limit.FailedAttempts;
import io.evenhand.access.user.Identity;
import io.evenhand.access.user.ProviderAccounts;
import io.evenhand.access.user.User;
import io.evenhand.platform.Storage;
import io.evenhand.platform.TenantId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signs in whoever comes back from the identity provider. */
@Component
@ConditionalOnProperty("evenhand.access.oidc.issuer")
public class ProviderSignIns {

    private static final String WHOM = "by the provider";

    private final RoundTrip trip;
    private final ProviderAccounts accounts;
    private final Tenants tenants;
    private final FailedAttempts attempts;
    private final Trail trail;
    private final Storage storage;

    ProviderSignIns(
            RoundTrip trip,
            ProviderAccounts accounts,
            Tenants tenants,
            FailedAttempts attempts,
            Trail trail,
            Storage storage) {
        this.trip = trip;
        this.accounts = accounts;
        this.tenants = tenants;
        this.attempts = attempts;
        this.trail = trail;
        this.storage = storage;
    }

    /** The user, or {@link TurnedAway}. */
    public Mono<SignedIn> signIn(ServerWebExchange exchange) {
        String origin = Origin.of(exchange.getRequest().getRemoteAddress());
        if (attempts.shut(origin, WHOM).isPresent()) {
            return Mono.error(new TurnedAway(Reason.TOO_MANY));
        }
        return trip.arrive(exchange)
                .flatMap(
                        arrival ->
                                entered(arrival).doOnNext(in -> trip.signedIn(exchange, arrival)))
                .onErrorResume(TurnedAway.class, e -> noted(e, origin));
    }

    private Mono<SignedIn> entered(Arrival arrival) {
        Optional<TenantId> tenant = arrival.claims().tenant(tenants.home());
        if (tenant.isEmpty()) {
            return Mono.error(new TurnedAway(Reason.NO_TENANT));
        }
        return accounts.enter(
                        tenant.get(),
                        new Identity(arrival.issuer(), arrival.subject()),
                        arrival.claims().names(),
                        arrival.claims().role())
                .map(
                        entry ->
                                switch (entry) {
                                    case ProviderAccounts.Entry.In in ->
                                            new SignedIn(in.user(), arrival.next());
                                    case ProviderAccounts.Entry.Refused.NO_ROLE ->
                                            throw new TurnedAway(Reason.NO_ROLE);
                                    case ProviderAccounts.Entry.Refused.CLOSED ->
                                            throw new TurnedAway(Reason.CLOSED);
                                });
    }

    /** A forged answer is tried from somewhere: there it is counted, and it is written down. */
    private Mono<SignedIn> noted(TurnedAway turned, String origin) {
        if (turned.reason() != Reason.NOT_BELIEVED && turned.reason() != Reason.NO_TENANT) {
            return Mono.error(turned);
        }
        attempts.failed(origin);
        return storage.inTransaction(
                        () -> {
                            trail.add(
                                    tenants.home(),
                                    "anonymous",
                                    Action.SIGN_IN,
                                    Optional.empty(),
                                    Outcome.REFUSED);
                            return true;
                        })
                .then(Mono.error(turned));
    }

    /**
     * Somebody who is let in.
     *
     * @param next the page that they had wanted
     */
    public record SignedIn(User user, String next) {}
}
