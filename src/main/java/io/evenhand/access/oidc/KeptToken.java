package io.evenhand.access.oidc;

import io.evenhand.access.LocalNames;
import io.evenhand.access.session.SealedValue;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The ID token of whoever signed in, which providers want to see when the sign-in ends. The browser
 * keeps it sealed, and brings it to the addresses of signing in alone.
 */
final class KeptToken {

    static final String COOKIE = "evenhand-oidc-token";

    /** Browsers drop cookies of 4096 bytes; without the token, some providers ask once more. */
    private static final int LONGEST = 3_800;

    private final SealedValue seal;
    private final boolean secure;
    private final Duration life;

    /**
     * @param life of a sign-in, at most
     */
    KeptToken(SealedValue seal, boolean secure, Duration life) {
        this.seal = seal;
        this.secure = secure;
        this.life = life;
    }

    /** In place of any earlier one. */
    void keep(ServerWebExchange exchange, String token) {
        String sealed = seal.seal(token);
        boolean fits = sealed.length() <= LONGEST;
        give(exchange, fits ? sealed : "", fits ? life : Duration.ZERO);
    }

    /** The token, which the browser then keeps no longer. */
    Optional<String> take(ServerWebExchange exchange) {
        Optional<String> brought =
                Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                        .map(HttpCookie::getValue);
        brought.ifPresent(ignored -> give(exchange, "", Duration.ZERO));
        return brought.flatMap(seal::open);
    }

    private void give(ServerWebExchange exchange, String value, Duration kept) {
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(COOKIE, value)
                                .path("/signin/oidc")
                                .httpOnly(true)
                                .sameSite("Strict")
                                .secure(secure && !LocalNames.areMeantBy(exchange.getRequest()))
                                .maxAge(kept)
                                .build());
    }
}
