package io.evenhand.access.oidc;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The way to the identity provider and back: an authorization code with PKCE, state and nonce. */
public final class RoundTrip {

    private static final Logger LOG = LoggerFactory.getLogger(RoundTrip.class);

    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    /** For all that the provider is asked in between. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final OidcSettings settings;
    private final Provider provider;
    private final Departures departures;
    private final KeptToken kept;
    private final ServerOAuth2AuthorizationRequestResolver start;
    private final ServerAuthenticationConverter back;
    private final ReactiveAuthenticationManager proof;

    RoundTrip(
            OidcSettings settings,
            Provider provider,
            Departures departures,
            KeptToken kept,
            ServerOAuth2AuthorizationRequestResolver start,
            ServerAuthenticationConverter back,
            ReactiveAuthenticationManager proof) {
        this.settings = settings;
        this.provider = provider;
        this.departures = departures;
        this.kept = kept;
        this.start = start;
        this.back = back;
        this.proof = proof;
    }

    /** The provider's page to send a browser to. */
    public Mono<URI> leave(ServerWebExchange exchange) {
        return start.resolve(exchange, Provider.NAME)
                .timeout(LONGEST)
                .flatMap(
                        request ->
                                departures
                                        .saveAuthorizationRequest(request, exchange)
                                        .thenReturn(
                                                URI.create(request.getAuthorizationRequestUri())))
                .onErrorMap(e -> new TurnedAway(unreachable(e)));
    }

    /** What the provider says of whoever came back, if all of it holds; else {@link TurnedAway}. */
    Mono<Arrival> arrive(ServerWebExchange exchange) {
        return back.convert(exchange)
                .switchIfEmpty(Mono.error(new TurnedAway(Reason.EXPIRED)))
                .flatMap(proof::authenticate)
                .switchIfEmpty(Mono.error(new TurnedAway(Reason.NOT_BELIEVED)))
                .timeout(LONGEST)
                .mapNotNull(Authentication::getPrincipal)
                .cast(OidcUser.class)
                .map(user -> arrival(user, exchange))
                .onErrorMap(
                        e -> !(e instanceof TurnedAway), e -> new TurnedAway(RoundTrip.reason(e)));
    }

    private Arrival arrival(OidcUser user, ServerWebExchange exchange) {
        Map<String, Object> claims = user.getClaims();
        return new Arrival(
                settings.issuer(),
                requireNonNull(user.getSubject()),
                new Claims(settings, claims),
                Departures.next(exchange),
                user.getIdToken().getTokenValue());
    }

    /** Notes by what the provider is to know the sign-in when it ends. */
    void signedIn(ServerWebExchange exchange, Arrival arrival) {
        kept.keep(exchange, arrival.token());
    }

    /** Where a browser goes on to, to end its sign-in at the provider; none if nothing is there. */
    public Mono<String> wayOut(ServerWebExchange exchange) {
        String base =
                Optional.ofNullable(settings.address())
                        .orElseGet(
                                () ->
                                        UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                                                .replacePath("")
                                                .replaceQuery(null)
                                                .build()
                                                .toUriString());
        return provider.wayOut(base + "/signin", kept.take(exchange))
                .timeout(LONGEST)
                .doOnError(RoundTrip::unreachable)
                .onErrorComplete();
    }

    private static Reason reason(Throwable e) {
        String code = error(e).map(OAuth2Error::getErrorCode).orElse("");
        return switch (code) {
            case "" -> unreachable(e);
            case OAuth2ErrorCodes.ACCESS_DENIED,
                    "login_required",
                    "consent_required",
                    "interaction_required" ->
                    Reason.DENIED;
            case OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE ->
                    Reason.UNREACHABLE;
            case "authorization_request_not_found", "invalid_state_parameter" -> Reason.EXPIRED;
            default -> {
                // an address can say anything here
                LOG.warn(
                        "the identity provider's word was not taken: {}",
                        CODE.matcher(code).matches() ? code : "an error of no known form");
                yield Reason.NOT_BELIEVED;
            }
        };
    }

    private static Reason unreachable(Throwable e) {
        LOG.warn("the identity provider could not be asked: {}", e.getClass().getName());
        return Reason.UNREACHABLE;
    }

    private static Optional<OAuth2Error> error(Throwable e) {
        return switch (e) {
            case OAuth2AuthenticationException failed -> Optional.of(failed.getError());
            case OAuth2AuthorizationException failed -> Optional.of(failed.getError());
            default -> Optional.empty();
        };
    }
}
