package io.evenhand.access.page;

import io.evenhand.access.FormToken;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Puts into each form the token that shows that it is a form of ours; only where pages have forms,
 * since the token comes with a cookie.
 */
@ControllerAdvice({
    "io.evenhand.access.page",
    "io.evenhand.review.item",
    "io.evenhand.batch.page",
    "io.evenhand.authoring.page"
})
class PageTokens {

    @ModelAttribute("formToken")
    Mono<CsrfToken> token(ServerWebExchange exchange) {
        return FormToken.of(exchange);
    }
}
