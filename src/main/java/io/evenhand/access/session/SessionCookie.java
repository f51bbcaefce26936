package io.evenhand.access.session;

import io.evenhand.access.LocalNames;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** The cookie of a sign-in, which ends with the browser at the latest. */
final class SessionCookie {

    static final String NAME = "evenhand-session";

    private SessionCookie() {}

    static void give(ServerWebExchange exchange, String value, boolean secure) {
        exchange.getResponse().getCookies().set(NAME, cookie(exchange, value, secure).build());
    }

    static void remove(ServerWebExchange exchange) {
        ResponseCookie gone = cookie(exchange, "", false).maxAge(0).build();
        exchange.getResponse().getCookies().set(NAME, gone);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            ServerWebExchange exchange, String value, boolean secure) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure && !LocalNames.areMeantBy(exchange.getRequest()));
    }
}
