package io.evenhand.access.oidc;

import static java.util.Objects.requireNonNull;

import io.evenhand.access.LocalNames;
import io.evenhand.access.session.SealedValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Remembers who left for the provider, in a sealed cookie of their browser: whichever instance they
 * come back to knows them, and nobody else can come back in their place.
 */
final class Departures implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "evenhand-oidc";

    private static final String NEXT = "evenhand.next";
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Browsers drop cookies of 4096 bytes; a page that is longer to name is not gone on to. */
    private static final int LONGEST_NEXT = 1000;

    private final SealedValue seal;
    private final OidcSettings settings;
    private final boolean secure;
    private final Clock clock;

    Departures(SealedValue seal, OidcSettings settings, boolean secure, Clock clock) {
        this.seal = seal;
        this.settings = settings;
        this.secure = secure;
        this.clock = clock;
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(
                () -> {
                    String next = exchange.getRequest().getQueryParams().getFirst("next");
                    Departure departure =
                            new Departure(
                                    requireNonNull(request.getState()),
                                    requireNonNull(request.getAttribute(OidcParameterNames.NONCE)),
                                    requireNonNull(
                                            request.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                                    requireNonNull(request.getRedirectUri()),
                                    next == null || next.length() > LONGEST_NEXT ? "/" : next,
                                    clock.instant());
                    give(exchange, seal.seal(departure.written()), LIFE);
                });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(departure(exchange)).map(this::request);
    }

    /** Theirs alone: who comes back with another's state leaves the cookie to its owner. */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(departure(exchange))
                .doOnNext(
                        departure -> {
                            give(exchange, "", Duration.ZERO);
                            exchange.getAttributes().put(NEXT, departure.next());
                        })
                .map(this::request);
    }

    /** The page that whoever came back had wanted. */
    static String next(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(NEXT, "/");
    }

    private Optional<Departure> departure(ServerWebExchange exchange) {
        String state = exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE);
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .flatMap(seal::open)
                .flatMap(Departure::read)
                .filter(departure -> clock.instant().isBefore(departure.at().plus(LIFE)))
                .filter(departure -> state != null && same(departure.state(), state));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private OAuth2AuthorizationRequest request(Departure departure) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(settings.issuer())
                .clientId(settings.clientId())
                .redirectUri(departure.returnTo())
                // without openid among them nothing is proven
                .scopes(settings.scopes())
                .state(departure.state())
                .attributes(
                        attributes ->
                                attributes.putAll(
                                        Map.of(
                                                OAuth2ParameterNames.REGISTRATION_ID,
                                                Provider.NAME,
                                                OidcParameterNames.NONCE,
                                                departure.nonce(),
                                                PkceParameterNames.CODE_VERIFIER,
                                                departure.verifier())))
                .build();
    }

    private void give(ServerWebExchange exchange, String value, Duration life) {
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(COOKIE, value)
                                .path("/signin/oidc")
                                .httpOnly(true)
                                .sameSite("Lax")
                                .secure(secure && !LocalNames.areMeantBy(exchange.getRequest()))
                                .maxAge(life)
                                .build());
    }
}
