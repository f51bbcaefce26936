package io.evenhand.access;

import io.evenhand.access.key.KeySecret;
import io.evenhand.access.limit.FailedAttempts;
import io.evenhand.access.limit.RateLimits;
import io.evenhand.access.session.Sessions;
import io.evenhand.access.user.User;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Tells who calls from the key they bring: as a bearer token, or, for pages that a browser asks
 * for, as the password of HTTP Basic. The API itself takes no Basic, which browsers send unasked.
 * Whoever brings no key may be signed in.
 */
@Component
class KeyAuthentication {

    private static final PathPattern TRIAL =
            PathPatternParser.defaultInstance.parse("/questions/{id}/try");

    private final ApiKeys keys;
    private final FailedAttempts attempts;
    private final RateLimits limits;

    private final LocalAccess access;
    private final Sessions sessions;

    KeyAuthentication(
            ApiKeys keys,
            FailedAttempts attempts,
            RateLimits limits,
            LocalAccess access,
            Sessions sessions) {
        this.access = access;
        this.sessions = sessions;
        this.keys = keys;
        this.attempts = attempts;
        this.limits = limits;
    }

    /** A filter for the security chain alone: as a bean it would run twice. */
    WebFilter filter() {
        return this::filter;
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Optional<String> key = key(exchange.getRequest());
        return access.isOpen()
                .flatMap(
                        open -> {
                            if (open && key.filter(KeySecret::isWellFormed).isEmpty()) {
                                return proceed(exchange, chain, Caller.LOCAL);
                            }
                            return key.map(given -> withKey(exchange, chain, given))
                                    .orElseGet(() -> withCookie(exchange, chain));
                        });
    }

    private Mono<Void> withCookie(ServerWebExchange exchange, WebFilterChain chain) {
        return sessions.find(exchange)
                .map(User::caller)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                        caller ->
                                caller.map(known -> proceed(exchange, chain, known))
                                        .orElseGet(() -> chain.filter(exchange)));
    }

    private Mono<Void> withKey(ServerWebExchange exchange, WebFilterChain chain, String key) {
        String origin = Origin.of(exchange.getRequest().getRemoteAddress());
        Optional<Duration> shut = attempts.shut(origin, key);
        if (shut.isPresent()) {
            return tooManyAttempts(shut.get());
        }
        return keys.find(key)
                .switchIfEmpty(Mono.defer(() -> unknownKey(exchange, origin)))
                .flatMap(
                        found -> {
                            attempts.succeeded(origin, key);
                            return counted(exchange, found)
                                    .then(
                                            Mono.defer(
                                                    () ->
                                                            proceed(
                                                                    exchange,
                                                                    chain,
                                                                    found.caller())));
                        });
    }

    /** Pages are for people, who are not fast; but where one asks a model, it counts as a call. */
    private Mono<Void> counted(ServerWebExchange exchange, KnownKey key) {
        return key.quota().limits()
                        && (Challenge.isApi(exchange.getRequest())
                                || TRIAL.matches(
                                        exchange.getRequest().getPath().pathWithinApplication()))
                ? limits.admit(
                        key.caller().tenant(),
                        key.name(),
                        key.quota(),
                        exchange.getResponse().getHeaders())
                : Mono.empty();
    }

    private static Mono<Void> proceed(
            ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
        return chain.filter(exchange)
                .contextWrite(
                        ReactiveSecurityContextHolder.withAuthentication(new CallerToken(caller)));
    }

    private Mono<KnownKey> unknownKey(ServerWebExchange exchange, String origin) {
        attempts.failed(origin);
        Challenge.set(exchange);
        return Mono.error(new Refusal(ProblemCode.UNAUTHENTICATED, "This API key is not known."));
    }

    private static Mono<Void> tooManyAttempts(Duration wait) {
        return Mono.error(
                new Refusal(
                                ProblemCode.RATE_LIMITED,
                                "Too many unknown API keys came from this address.")
                        .retryAfter(wait));
    }

    private static Optional<String> key(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Optional.empty();
        }
        return credentials(header, "bearer ")
                .or(
                        () ->
                                Challenge.isApi(request)
                                        ? Optional.empty()
                                        : credentials(header, "basic ")
                                                .flatMap(KeyAuthentication::password));
    }

    private static Optional<String> credentials(String header, String scheme) {
        return header.toLowerCase(Locale.ROOT).startsWith(scheme)
                ? Optional.of(header.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
