package io.evenhand.access;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** How a key is asked for: of programs as a bearer token, of browsers as a password. */
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
}
