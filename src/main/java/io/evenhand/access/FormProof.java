package io.evenhand.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Proves a form ours that comes with a file: its token is a part of the body, and to find it there
 * the filter would have to read the file first. Whoever takes such a form asks here before it reads
 * on.
 */
@Component
public class FormProof {

    /** The form that is proved here and not by the filter. */
    static final ServerWebExchangeMatcher LEFT_TO_IT =
            new PathPatternParserServerWebExchangeMatcher("/uploads", HttpMethod.POST);

    private final CookieServerCsrfTokenRepository tokens = FormGuard.tokens();
    private final ServerCsrfTokenRequestHandler handler =
            new XorServerCsrfTokenRequestAttributeHandler();

    /** Completes if the token is of a page of ours that this browser was given. */
    public Mono<Void> require(ServerWebExchange exchange, String given) {
        return tokens.loadToken(exchange)
                .filterWhen(token -> isOf(exchange, token, given))
                .switchIfEmpty(FormGuard.foreignForm())
                .then();
    }

    private Mono<Boolean> isOf(ServerWebExchange exchange, CsrfToken token, String given) {
        ServerWebExchange asHeader =
                exchange.mutate()
                        .request(request -> request.header(token.getHeaderName(), given))
                        .build();
        return handler.resolveCsrfTokenValue(asHeader, token)
                .map(
                        said ->
                                MessageDigest.isEqual(
                                        said.getBytes(StandardCharsets.UTF_8),
                                        token.getToken().getBytes(StandardCharsets.UTF_8)))
                .defaultIfEmpty(false);
    }
}
