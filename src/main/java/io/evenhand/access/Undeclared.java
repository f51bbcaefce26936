package io.evenhand.access;

import io.evenhand.platform.ProblemCode;
import io.evenhand.platform.Refusal;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps everybody from addresses that no right opens: a new operation is nobody's until {@link
 * OpenTo} says whose. To those who are known it looks as if nothing was there.
 */
final class Undeclared implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final String MARK = Undeclared.class.getName();

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> somebody, AuthorizationContext context) {
        return Mono.fromSupplier(
                () -> {
                    context.getExchange().getAttributes().put(MARK, true);
                    return new AuthorizationDecision(false);
                });
    }

    /** Whether no right opens what was asked for. */
    static boolean is(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(MARK, false);
    }

    /** What somebody is told who is known and may not. */
    static Mono<Void> refuse(ServerWebExchange exchange) {
        return Mono.error(
                is(exchange)
                        ? new Refusal(ProblemCode.NOT_FOUND, "There is no such address.")
                        : new Refusal(
                                ProblemCode.FORBIDDEN, "Your key or role does not allow this."));
    }
}
