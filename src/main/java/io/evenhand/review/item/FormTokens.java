package io.evenhand.review.item;

import io.evenhand.access.FormToken;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts into each form the token that shows that it is a form of ours. */
@ControllerAdvice(basePackageClasses = FormTokens.class)
class FormTokens {

    @ModelAttribute("formToken")
    Mono<CsrfToken> token(ServerWebExchange exchange) {
        return FormToken.of(exchange);
    }
}
