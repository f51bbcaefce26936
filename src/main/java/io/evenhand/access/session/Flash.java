package io.evenhand.access.session;

import io.evenhand.platform.ServiceKey;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What the next page is to show once, sealed in a cookie that is gone with it. */
@Component
public class Flash {

    private static final String NAME = "evenhand-once";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final SealedValue seal;

    Flash(ServiceKey key) {
        this.seal = new SealedValue(key, "evenhand shown once");
    }

    public void keep(ServerWebExchange exchange, String text) {
        add(exchange, seal.seal(text), LIFE);
    }

    /** What was kept, which is gone now. */
    public Optional<String> take(ServerWebExchange exchange) {
        Optional<String> kept =
                Optional.ofNullable(exchange.getRequest().getCookies().getFirst(NAME))
                        .map(HttpCookie::getValue);
        kept.ifPresent(value -> add(exchange, "", Duration.ZERO));
        return kept.flatMap(seal::open);
    }

    private static void add(ServerWebExchange exchange, String value, Duration life) {
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(NAME, value)
                                .path("/admin")
                                .httpOnly(true)
                                .sameSite("Strict")
                                .secure(exchange.getRequest().getSslInfo() != null)
                                .maxAge(life)
                                .build());
    }
}
