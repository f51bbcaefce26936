package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.nio.charset.StandardCharsets;
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

    KeyAuthentication(ApiKeys keys) {
        this.keys = keys;
    }

    /** A filter for the security chain alone: as a bean it would run twice. */
    WebFilter filter() {
        return this::filter;
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!keys.areNeeded()) {
            return proceed(exchange, chain, Caller.LOCAL);
        }
        Optional<String> key = key(exchange.getRequest());
        if (key.isEmpty()) {
            return chain.filter(exchange);
        }
        return key.flatMap(keys::caller)
                .map(caller -> proceed(exchange, chain, caller))
                .orElseGet(() -> unknownKey(exchange));
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
