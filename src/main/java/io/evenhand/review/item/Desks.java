package io.evenhand.review.item;

import io.evenhand.access.Caller;
import io.evenhand.access.Right;
import io.evenhand.review.queue.Desk;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** Tells the browsers of people apart by a cookie that means nothing else. */
final class Desks {

    private static final String COOKIE = "evenhand-desk";
    private static final Pattern KNOWN = Pattern.compile("[0-9a-f-]{36}");

    private Desks() {}

    /** The desk of a request; a browser that has none gets one. */
    static Desk of(ServerWebExchange exchange, Caller caller) {
        Optional<String> window =
                Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                        .map(HttpCookie::getValue)
                        .filter(value -> KNOWN.matcher(value).matches());
        return new Desk(
                caller.name(), window.orElseGet(() -> given(exchange)), caller.may(Right.LEAD));
    }

    private static String given(ServerWebExchange exchange) {
        String window = UUID.randomUUID().toString();
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(COOKIE, window)
                                .path("/review")
                                .httpOnly(true)
                                .secure(exchange.getRequest().getSslInfo() != null)
                                .sameSite("Strict")
                                .build());
        return window;
    }
}
