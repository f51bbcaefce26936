package io.evenhand.access;

import io.evenhand.access.limit.FailedAttempts;
import io.evenhand.access.limit.RateLimits;
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
import reactor.core.publisher.Mono;

/**
 * Tells who calls from the key they bring: as a bearer token, or, for pages that a browser asks
 * for, as the password of HTTP Basic. The API itself takes no Basic, which browsers send unasked.
 */
@Component
class KeyAuthentication {

    private final ApiKeys keys;
    private final FailedAttempts attempts;
    private final RateLimits limits;

    KeyAuthentication(ApiKeys keys, FailedAttempts attempts, RateLimits limits) {
        this.keys = keys;
        this.attempts = attempts;
        this.limits = limits;
    }

    /** A filter for the security chain alone: as a bean it would run twice. */
    WebFilter filter() {
        return this::filter;
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!keys.areNeeded()) {
            return proceed(exchange, chain, Caller.LOCAL);
        }
        return key(exchange.getRequest())
                .map(key -> withKey(exchange, chain, key))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> withKey(ServerWebExchange exchange, WebFilterChain chain, String key) {
        String origin = Origin.of(exchange.getRequest().getRemoteAddress());
        Optional<Duration> shut = attempts.shut(origin, key);
        if (shut.isPresent()) {
            return tooManyAttempts(shut.get());
        }
        Optional<KnownKey> found = keys.find(key);
        if (found.isEmpty()) {
            attempts.failed(origin);
            return unknownKey(exchange);
        }
        attempts.succeeded(origin, key);
        return counted(exchange, found.get())
                .then(Mono.defer(() -> proceed(exchange, chain, found.get().caller())));
    }

    /** Pages are for people, who are not fast. */
    private Mono<Void> counted(ServerWebExchange exchange, KnownKey key) {
        return key.quota().limits() && Challenge.isApi(exchange.getRequest())
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

    private static Mono<Void> unknownKey(ServerWebExchange exchange) {
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
