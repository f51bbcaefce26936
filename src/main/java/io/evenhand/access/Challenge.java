package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * How somebody unknown is asked who they are: people by the sign-in page, programs for a bearer
 * token, or at pages for a password.
 */
final class Challenge {

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/v1/**");

    private Challenge() {}

    /**
     * By the decoded path, as the routes are found, so that no spelling of it makes a page of it.
     */
    static boolean isApi(ServerHttpRequest request) {
        return API.matches(request.getPath().pathWithinApplication());
    }

    static void set(ServerWebExchange exchange) {
        String scheme = isApi(exchange.getRequest()) ? "Bearer" : "Basic";
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, scheme + " realm=\"Evenhand\"");
    }

    static Mono<Void> ask(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (!isApi(request) && isBrowser(request)) {
            return toSignIn(exchange);
        }
        set(exchange);
        return Mono.error(
                new Refusal(
                        ProblemCode.UNAUTHENTICATED,
                        "Send an API key: Authorization: Bearer <key>."));
    }

    /** A script of a page follows no redirect: it is told to load the other page. */
    private static Mono<Void> toSignIn(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        if (request.getHeaders().containsHeader("HX-Request")) {
            headers.set("HX-Redirect", "/signin");
            exchange.getResponse().setStatusCode(HttpStatus.OK);
        } else {
            headers.setLocation(URI.create("/signin" + next(request)));
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        }
        return exchange.getResponse().setComplete();
    }

    private static String next(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        String query = request.getURI().getRawQuery();
        String whole = query == null ? path : path + "?" + query;
        return HttpMethod.GET.equals(request.getMethod()) && !whole.equals("/")
                ? "?next=" + URLEncoder.encode(whole, StandardCharsets.UTF_8)
                : "";
    }

    /** Whoever asks for HTML by name. */
    private static boolean isBrowser(ServerHttpRequest request) {
        try {
            return request.getHeaders().containsHeader("HX-Request")
                    || request.getHeaders().getAccept().stream()
                            .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
