package io.evenhand.access;

import io.evenhand.access.session.Sessions;
import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A form has to bring the token that the page was given with it, and so has whatever a browser asks
 * of the API as somebody who is signed in. Programs bring a key, which no browser sends unasked.
 */
final class FormGuard {

    private FormGuard() {}

    static void demand(CsrfSpec csrf) {
        ServerWebExchangeMatcher forms =
                ServerWebExchangeMatchers.pathMatchers(
                        "/review/**",
                        "/uploads/**",
                        "/questions/**",
                        "/admin/**",
                        "/account/**",
                        "/signin",
                        "/signout",
                        "/setup");
        // whoever knows the address may send its form, and nobody else knows it: there is no cookie
        ServerWebExchangeMatcher byLink = ServerWebExchangeMatchers.pathMatchers("/candidate/**");
        csrf.csrfTokenRepository(tokens())
                .requireCsrfProtectionMatcher(
                        new AndServerWebExchangeMatcher(
                                CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                                new NegatedServerWebExchangeMatcher(FormProof.LEFT_TO_IT),
                                new NegatedServerWebExchangeMatcher(byLink),
                                new OrServerWebExchangeMatcher(forms, FormGuard::isSignedIn)))
                .accessDeniedHandler((exchange, e) -> foreignForm());
    }

    static CookieServerCsrfTokenRepository tokens() {
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieName("evenhand-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    private static Mono<MatchResult> isSignedIn(ServerWebExchange exchange) {
        boolean key = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return !key && Sessions.isBrought(exchange) ? MatchResult.match() : MatchResult.notMatch();
    }

    static <T> Mono<T> foreignForm() {
        return Mono.error(
                new Refusal(
                        ProblemCode.FORBIDDEN,
                        "The form is too old or came from elsewhere: load its page again."));
    }
}
